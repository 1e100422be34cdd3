"""Following a request: where it stands, what is asked, what was decided."""

"""What needs a live page to be moved. Each probe comes after the page has been read, and may leave it changed."""

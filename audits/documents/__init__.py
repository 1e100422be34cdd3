"""Documents that pages give to download: read once per content, excused by people, refused by the gate."""

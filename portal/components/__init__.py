"""The components of the public pages, each with examples of itself as data."""

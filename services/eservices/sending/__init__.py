"""Checking what was written, sending it once, and what is said of it then."""

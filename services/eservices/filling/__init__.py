"""Filling in a form: one step per page, saved at each, by whoever holds the draft."""

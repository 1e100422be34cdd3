"""A site as bare as can be, to put the gate to the test: whatever HTML an editor types is on the page."""

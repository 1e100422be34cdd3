"""What somebody typed: read from a browser, checked against the question, written out again."""

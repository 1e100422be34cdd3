"""The page under test: a table of nodes with computed facts, and what several rules know about it, by subject."""

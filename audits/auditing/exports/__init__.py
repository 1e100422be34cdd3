"""An audit as a file for others: a table, JSON, EARL, or JUnit. Each is written piece by piece, whatever its size."""

"""What one document may ask for. Beyond, it is not judged, and the error says so.

A real budget of 27 pages of tables takes 2.5 s and 200 MB on a busy core, most of it the model of languages.
"""

MOST_BYTES = 50_000_000
"""Bytes of the file."""
MOST_MEMORY = 2_000_000_000
"""Bytes of address space of the process that reads it."""
MOST_SECONDS = 120
"""Seconds of processor, whatever time its caller gives."""

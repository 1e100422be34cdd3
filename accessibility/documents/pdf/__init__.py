"""PDF: the file, its structure (tags), what its pages show, and one module per family of checks."""

"""Office documents: a ZIP archive of XML, Word's (DOCX) or OpenDocument's (ODT)."""

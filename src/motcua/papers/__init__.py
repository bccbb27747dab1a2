"""Files and documents: upload, convert, open. Knows no procedure."""

"""The first page, search, life events, fields, help."""

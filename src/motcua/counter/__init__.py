"""Visits, and days without a line: why people came, receipt books, outages, late entries."""

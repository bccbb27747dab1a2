"""Days without a line: receipt books, the log of outages, and what was written by hand."""

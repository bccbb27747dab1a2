"""Letters to mail addresses."""

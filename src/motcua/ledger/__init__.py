"""Facts, hash-chained and append-only, and their delivery."""

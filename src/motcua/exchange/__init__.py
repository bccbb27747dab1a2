"""The National Portal: what came in, what went up, reconciliation; open data."""

"""One folder per outside service: port, live, simulator; chosen in registry."""

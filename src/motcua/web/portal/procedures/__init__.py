"""One procedure: the five answers, the ways to file, the printable guide."""

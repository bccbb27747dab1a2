"""Measures the product against bare PostgreSQL and its own targets, in one run on a throw-away database."""

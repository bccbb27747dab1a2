"""Rows of the counter."""

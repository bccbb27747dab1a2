"""Telephone: missed calls to duty numbers, and calling back."""

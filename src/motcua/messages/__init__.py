"""Texts to people: templates, channels, attempts. Knows no domain."""

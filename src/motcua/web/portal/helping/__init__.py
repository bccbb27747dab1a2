"""Helping somebody to file: asking for consent, giving it, and ending it."""

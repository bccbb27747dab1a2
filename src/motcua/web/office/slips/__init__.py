"""Slips for people without phone and mail."""

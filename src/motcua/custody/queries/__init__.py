"""Reads of custody."""

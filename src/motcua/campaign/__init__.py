"""Bulletins, commune radio, media, and link checks on agency pages."""

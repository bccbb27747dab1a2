"""Faces that compose pages from rooms."""

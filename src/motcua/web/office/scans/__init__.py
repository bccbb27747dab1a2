"""Scanned paper that finds its dossier."""

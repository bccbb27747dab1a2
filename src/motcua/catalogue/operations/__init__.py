"""Writes of the catalogue: the province's data is loaded, nothing else changes it."""

"""Motcua: one door for the administrative procedures of a province."""

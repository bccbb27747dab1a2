"""Writes of the training ground."""

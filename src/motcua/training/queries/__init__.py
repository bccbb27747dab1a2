"""Reads of the training ground."""

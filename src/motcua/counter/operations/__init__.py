"""Writes of the counter; one function per act."""

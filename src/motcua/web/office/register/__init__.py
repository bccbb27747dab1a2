"""Desk: the register of the agency."""

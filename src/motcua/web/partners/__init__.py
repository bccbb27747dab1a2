"""Doors for machines: callbacks of outside services and their simulators."""

"""Oversight: readiness of the one-stops and their support; reads all rooms, writes only its own rows."""

"""Desk: how the agency's receiving places and officers are reached, told by the agency itself."""

"""Migrations of `feedback`."""

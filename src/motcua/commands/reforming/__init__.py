"""A reform of units: what would move, and moving it."""

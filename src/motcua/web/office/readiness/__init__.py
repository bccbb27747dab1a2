"""Desk: is this one-stop ready for the day, and who helps when it is not."""

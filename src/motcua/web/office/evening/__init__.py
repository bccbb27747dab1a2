"""The end of the day at the one-stop."""

"""The desk: the list that is the day."""

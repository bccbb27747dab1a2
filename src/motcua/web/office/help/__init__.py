"""Help for staff: what the lists mean, the keys, whom to ask."""

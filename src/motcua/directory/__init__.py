"""Units and agencies over time, receiving places, doors, opening hours, calendar."""

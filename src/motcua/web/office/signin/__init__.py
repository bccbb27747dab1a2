"""Coming in and going out, and for which agency one works."""

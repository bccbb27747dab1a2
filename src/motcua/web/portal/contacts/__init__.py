"""The public directory of receiving places: search, one page a place, the poster, and the widget for agency pages."""

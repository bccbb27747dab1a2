"""What papers decide without touching anything: names and kinds of files."""

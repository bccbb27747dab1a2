"""Why an exercise was not begun or looked at."""


class NotEmpty(Exception):
    """Somebody works in this database: it cannot become a training ground."""


class NotFound(Exception):
    """There is no such exercise for this viewer, or this is no training ground."""

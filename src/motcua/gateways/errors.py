"""What a provider may answer instead of doing what was asked."""


class Refused(Exception):
    """It will never do this: do not try again."""


class Unavailable(Exception):
    """It certainly has not done this, and may do it later: try again."""


class Unclear(Exception):
    """It may or may not have done this (its answer was lost): ask for the status before trying again."""


class NotSupplied(Exception):
    """The setting names a gateway for which this installation lacks something; the text says what."""

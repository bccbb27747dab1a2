"""What papers refuse, in a sentence a citizen can act on."""


class Refused(Exception):
    """A file is not taken or not readable: `message` says why and what to do, `code` names the case."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


class Gone(Exception):
    """The file is no longer kept here."""

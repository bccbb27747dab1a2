"""Numbers without gaps: promised during an act, known when it closes."""

from collections.abc import Callable
from datetime import date


class Pending:
    """A number that the act has asked for. Reading it before the act closes is a programming error."""

    def __init__(self, scope: str, day: date, write: Callable[[int], str]) -> None:
        self.scope = scope
        self.day = day
        self._write = write
        self._text: str | None = None

    @property
    def key(self) -> str:
        """Name the series: scope and day."""
        return f"{self.scope}:{self.day.isoformat()}"

    @property
    def text(self) -> str:
        """Give the number in its written form, for example `H41.12-211010-0001`."""
        if self._text is None:
            raise RuntimeError(f"{self.key}: the number is known only when the act closes")
        return self._text

    def settle(self, number: int) -> None:
        """Set the number given by the database."""
        self._text = self._write(number)

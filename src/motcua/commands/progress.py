"""Progress of long work on the error stream: a count that moves on a terminal, one line a step elsewhere."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

REDRAW_SECONDS = 0.1


class Progress:
    """Counts the parts of one step.

    >>> with Progress("procedures", total=2781) as step:
    ...     step.advance()
    """

    def __init__(
        self, label: str, *, total: int | None = None, quiet: bool = False, stream: TextIO | None = None
    ) -> None:
        self.label, self.total, self.quiet = label, total, quiet
        self.stream = stream or sys.stderr
        self.done = 0
        self.moves = not quiet and self.stream.isatty()
        self.began = time.monotonic()
        self.drawn = 0.0

    def advance(self, by: int = 1) -> None:
        """Count some more parts."""
        self.reach(self.done + by)

    def reach(self, count: int) -> None:
        """Set the count."""
        self.done = count
        if self.moves and time.monotonic() - self.drawn > REDRAW_SECONDS:
            self.drawn = time.monotonic()
            self.stream.write(f"\r{self._words()} …")
            self.stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.quiet:
            return
        ending = (
            f"{self._words()}, {time.monotonic() - self.began:.1f} s"
            if kind is None
            else f"{self._words()}: stopped"
        )
        self.stream.write(f"\r\x1b[K{ending}\n" if self.moves else f"{ending}\n")
        self.stream.flush()

    def _words(self) -> str:
        if self.total is None:
            return f"{self.label}: {self.done}" if self.done else self.label
        return f"{self.label}: {self.done}/{self.total}"

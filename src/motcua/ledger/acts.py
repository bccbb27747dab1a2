"""One legal act, one transaction: `with act(by=by, at=at) as deed: deed.record(fact)`.

At the end of the act, in this order: reactions WITHIN run; the delivery job is deferred; then, as the last
statements before commit, the number series and the chain heads are locked in sorted order and numbers and
hashes are written. No hot row is held while rules run, and no two acts can deadlock over series or chains.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger import writing
from motcua.ledger.facts import Fact
from motcua.ledger.numbers import Pending
from motcua.ledger.wiring import listeners_after, listeners_within

_open: ContextVar["Deed | None"] = ContextVar("motcua_open_act", default=None)


class Deed:
    """What one act collects before it is written down."""

    def __init__(self, *, by: Actor, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("the moment of an act needs a time zone")
        self.by = by
        self.at = at
        self.facts: list[tuple[UUID, Fact]] = []
        self._numbers: list[Pending] = []
        self._last: list[writing.Last] = []

    def represent(self, party: str) -> None:
        """Say for whom the actor acts: every fact of this act names the party beside whoever acted."""
        by = self.by
        self.by = Actor(by.kind, by.id, by.unit, by.roles, on_behalf_of=party, via=by.via)

    def record(self, fact: Fact) -> UUID:
        """Collect a fact; it is written at the end of the act. Gives the event's id."""
        event_id = uuid7()
        self.facts.append((event_id, fact))
        return event_id

    def number(self, scope: str, day: date, write: Callable[[int], str] = str) -> Pending:
        """Ask for the next number of `scope` on `day`; it is known once the act closes."""
        pending = Pending(scope, day, write)
        self._numbers.append(pending)
        return pending

    def at_last(self, make: writing.Last) -> None:
        """Call `make` when the numbers are known; the rows it gives are written together with the facts."""
        self._last.append(make)

    def close(self) -> None:
        """Write everything down: the last statements before commit."""
        done = 0
        while done < len(self.facts):
            _, fact = self.facts[done]
            for handler in listeners_within(type(fact)):
                handler(fact, self)
            done += 1
        heard = [str(event_id) for event_id, fact in self.facts if listeners_after(type(fact))]
        if heard:
            writing.defer_delivery(heard)
        if self.facts or self._numbers:
            writing.write_down(self.by, self.at, self.facts, self._numbers, self._last)


@contextmanager
def act(*, by: Actor, at: datetime) -> Iterator[Deed]:
    """Open an act; an act inside another joins it, so that a use case over several rooms is one transaction."""
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    with transaction.atomic():
        deed = Deed(by=by, at=at)
        token = _open.set(deed)
        try:
            yield deed
            deed.close()
        finally:
            _open.reset(token)

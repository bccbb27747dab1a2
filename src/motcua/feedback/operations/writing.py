"""The common part of every act on a request: lock it, check who may, write the entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from motcua.accounts.sealing import seal_text
from motcua.directory.queries import work_calendar
from motcua.feedback.errors import NotAllowed, NotFound
from motcua.feedback.models import HelpEntry, HelpRequest
from motcua.feedback.rules.requests import answers, minutes_between, reads
from motcua.feedback.sealing import ENTRY
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act


class Subject(TypedDict):
    """The fields that place a fact of a request."""

    request_id: UUID
    agency_id: str


@dataclass
class Handling:
    """A request under way: its locked row, and the deed that records."""

    row: HelpRequest
    deed: Deed
    by: Actor
    at: datetime

    @property
    def subject(self) -> Subject:
        """Give the fields that place a fact."""
        return Subject(request_id=self.row.id, agency_id=self.row.agency_id)

    def note(self, kind: str, text: str = "") -> HelpEntry:
        """Write down what was done."""
        return HelpEntry.objects.create(
            id=uuid7(self.at),
            request=self.row,
            kind=kind,
            text_sealed=seal_text(text, ENTRY) if text else None,
            by=self.by.id,
            at=self.at,
        )

    def replied(self) -> None:
        """Stop the clock: somebody has answered or called, for the first time."""
        if self.row.replied_at is None:
            calendar = work_calendar(self.row.agency_id, self.at.astimezone(ZONE).date())
            self.row.replied_at = self.at
            self.row.reply_minutes = minutes_between(self.row.asked_at, self.at, calendar)
            self.row.alarm_at = None

    def save(self) -> None:
        """Write the row."""
        self.row.save()


@contextmanager
def handling(*, request_id: UUID, by: Actor, at: datetime) -> Iterator[Handling]:
    """Open an act of whoever took the request, or of the head. Raises NotFound, NotAllowed."""
    with act(by=by, at=at) as deed:
        row = HelpRequest.objects.select_for_update().filter(id=request_id).first()
        if row is None or not answers(by, row.agency_id):
            raise NotFound
        if not reads(by, row.agency_id, str(row.holder_id)):
            raise NotAllowed(mark("Yêu cầu này do đồng nghiệp khác đang trả lời."))
        if row.closed_at is not None:
            raise NotAllowed(mark("Yêu cầu này đã kết thúc."))
        yield Handling(row, deed, by, at)

"""One request as its reader may see it, what was said in a draft, and how a call back stands."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.accounts.sealing import index_of, open_text
from motcua.dossiers.models import Draft, Origin
from motcua.dossiers.queries.drafts import own
from motcua.feedback.errors import NotFound
from motcua.feedback.models import HelpEntry, HelpRequest
from motcua.feedback.rules.requests import answers, reads
from motcua.feedback.sealing import ENTRY, PHONE, opened_said
from motcua.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done, with what was written."""

    kind: str
    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """A request; name, phone and words are empty for colleagues who did not take it."""

    row: HelpRequest
    full: bool
    name: str
    phone: str
    about: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a draft, and its answers."""

    row: HelpRequest
    text: str
    answers: list[Entry]


def request_for(viewer: Actor, request_id: UUID) -> View:
    """Read a request of the viewer's agency. Raises NotFound for anybody else."""
    row = HelpRequest.objects.filter(id=request_id).first()
    if row is None or not answers(viewer, row.agency_id):
        raise NotFound
    full = reads(viewer, row.agency_id, str(row.holder_id))
    name, about = opened_said(row.said_sealed) if full else ("", "")
    return View(
        row=row,
        full=full,
        name=name,
        phone=open_text(row.phone_sealed, PHONE) if full and row.phone_sealed else "",
        about=about,
        entries=[_entry(one, shown=full) for one in row.entries.order_by("id")],
    )


def shown_draft(view: View) -> Draft | None:
    """Give the draft that its owner lets officers see, while it is one and the question is open."""
    row = view.row
    if not (view.full and row.shows_draft and row.draft_id and row.closed_at is None):
        return None
    return Draft.objects.filter(id=row.draft_id, dossier_id=None, discarded_at=None).first()


def dossiers_of_number(view: View, limit: int = 10) -> list[UUID]:
    """List the dossiers of this agency that were filed with the number, newest first, while their traces are kept."""
    if not view.phone:
        return []
    found = Origin.objects.filter(
        phone_key=index_of(view.phone, "origin.phone"), dossier__agency_id=view.row.agency_id
    )
    return list(found.order_by("-dossier_id").values_list("dossier_id", flat=True)[:limit])


def asked_on_draft(viewer: Actor, draft_id: UUID) -> list[Asked]:
    """List what the owner asked on a draft, newest first. Raises the dossiers' NotFound for anybody else."""
    own(draft_id, viewer)
    rows = HelpRequest.objects.filter(draft_id=draft_id).prefetch_related("entries").order_by("-id")
    return [
        Asked(
            row,
            opened_said(row.said_sealed)[1],
            [_entry(one, shown=True) for one in row.entries.all() if one.kind == "answered"],
        )
        for row in rows
    ]


def newest_answer(draft_id: UUID) -> datetime | None:
    """Tell when a question on a draft was last answered."""
    rows = HelpRequest.objects.filter(draft_id=draft_id, outcome="answered").order_by("-id")
    return rows.values_list("closed_at", flat=True).first()


def call_back(request_id: UUID) -> HelpRequest | None:
    """Read how a call back stands; its page shows when and where, never who or what about."""
    return HelpRequest.objects.filter(id=request_id, kind="callback").first()


def _entry(one: HelpEntry, *, shown: bool) -> Entry:
    text = open_text(one.text_sealed, ENTRY) if shown and one.text_sealed else ""
    return Entry(one.kind, one.by, one.at, text)

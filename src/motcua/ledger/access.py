"""Reads of personal data: noted one row a page, sealed into the chain in batches."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.kernel.actors import SYSTEM, Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act
from motcua.ledger.facts import Fact
from motcua.ledger.models import AccessNote
from motcua.ledger.rules.canonical import canonical


@dataclass(frozen=True, kw_only=True)
class AccessSealed(Fact):
    """A batch of access notes was sealed: their number and the SHA-256 over them in order of id."""

    SUBJECT: ClassVar[str] = "digest"
    digest: str
    count: int


def note_read(viewer: Actor, subjects: Iterable[tuple[str, str]], page: str, at: datetime) -> None:
    """Write down that `viewer` was shown these things on this page."""
    AccessNote.objects.create(
        id=uuid7(),
        actor_kind=viewer.kind,
        actor_id=viewer.id,
        actor_unit=viewer.unit,
        page=page,
        subjects=[f"{kind}:{key}" for kind, key in subjects],
        at=at,
    )


def sealed_digest(notes: Iterable[AccessNote]) -> tuple[str, int]:
    """Hash notes in order; gives the digest in hex and how many there were."""
    total, count = hashlib.sha256(), 0
    for note in notes:
        total.update(
            canonical(
                {
                    "id": note.id,
                    "actor": [note.actor_kind, note.actor_id, note.actor_unit],
                    "page": note.page,
                    "subjects": list(note.subjects),
                    "at": note.at,
                }
            )
        )
        count += 1
    return total.hexdigest(), count


def seal_access_notes(*, at: datetime, limit: int = 5000) -> int:
    """Seal the oldest unsealed notes in one fact; gives how many were sealed."""
    with act(by=SYSTEM, at=at) as deed:
        notes = list(
            AccessNote.objects.select_for_update(skip_locked=True).filter(seal=None).order_by("id")[:limit]
        )
        if not notes:
            return 0
        digest, count = sealed_digest(notes)
        event_id = deed.record(AccessSealed(digest=digest, count=count))
        AccessNote.objects.filter(id__in=[note.id for note in notes]).update(seal=event_id)
    return count

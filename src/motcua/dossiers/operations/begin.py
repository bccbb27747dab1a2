"""The common start of every act on a dossier: lock it, check the version seen and the permit."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from motcua.dossiers.errors import NotAllowed, NotFound, Stale
from motcua.dossiers.events import SupplementAsked
from motcua.dossiers.models import Dossier, Hold, Origin, Remark, SupplementItem
from motcua.dossiers.operations.apology_drafts import put_away
from motcua.dossiers.operations.helping import hold_to_consent
from motcua.dossiers.queries.derived import derive
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.permits import HELPERS_ACTS, helps, may_do, may_see
from motcua.dossiers.rules.texts import sha256
from motcua.dossiers.rules.workflow import TABLE, Act, Move
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import Deed, act


class Subject(TypedDict):
    """The fields that place a fact of a dossier."""

    dossier_id: UUID
    agency_id: str


@dataclass
class Doing:
    """An act under way: the locked dossier, the row of the table, and the deed that records."""

    dossier: Dossier
    move: Move
    deed: Deed
    by: Actor
    at: datetime

    @property
    def subject(self) -> Subject:
        """Give the fields that place a fact."""
        return Subject(dossier_id=self.dossier.id, agency_id=self.dossier.agency_id)

    @property
    def due_at(self) -> str | None:
        """Give the due moment as facts hold it."""
        return self.dossier.due_at.isoformat() if self.dossier.due_at else None

    def remark(self, kind: str, text: str, *, public: bool) -> tuple[UUID, str]:
        """Keep a reason in its own row; gives its id and SHA-256 for the fact."""
        row = Remark.objects.create(
            id=uuid7(self.at),
            dossier=self.dossier,
            kind=kind,
            text=text,
            public=public,
            by=self.by.id,
            at=self.at,
        )
        return row.id, sha256(text)

    def write(self, *also: str) -> None:
        """Save the dossier: its derived columns and those the act has changed; a draft that this outdates goes."""
        self.dossier.save(update_fields=[*derive(self.dossier, at=self.at), *also])
        put_away(dossier=self.dossier, by=self.by, at=self.at)

    def place(self, kind: HoldKind, text: str = "", **more: object) -> Hold:
        """Place a hold."""
        return Hold.objects.create(
            id=uuid7(self.at),
            dossier=self.dossier,
            kind=kind,
            placed_at=self.at,
            placed_by=self.by.id,
            stage=self.dossier.stage,
            text=text,
            **more,
        )

    def lift(self, kind: HoldKind, **end: object) -> Hold:
        """Lift the open hold of a kind; `end` is what it ended with."""
        hold = self.dossier.holds.get(kind=kind, lifted_at=None)
        hold.lifted_at, hold.lifted_by = self.at, self.by.id
        for name, value in end.items():
            setattr(hold, name, value)
        hold.save(update_fields=["lifted_at", "lifted_by", *end])
        return hold

    def ask(
        self, hold: Hold, rows: Sequence[SupplementItem], *, times: int, other_paper: UUID | None = None
    ) -> None:
        """Keep what a request asks for, and record it with the hash of the words that the owner reads."""
        SupplementItem.objects.bulk_create(rows)
        self.write()
        kept = sorted(
            rows, key=lambda row: row.id
        )  # as anybody can read them again to hold them against the hash
        self.deed.record(
            SupplementAsked(
                **self.subject,
                hold_id=hold.id,
                text_sha256=sha256("\n".join([hold.text, *map(_asked, kept)])),
                times=times,
                answer_by=hold.answer_by.isoformat() if hold.answer_by else None,
                other_paper=other_paper,
            )
        )


def _asked(row: SupplementItem) -> str:
    outside = [row.law, row.approved_by] if row.law else []
    return "|".join([str(row.component), row.title, row.reason, *outside])


@contextmanager
def doing(
    *, what: Act, dossier_id: UUID, seen: int, by: Actor, at: datetime, holds_secret: bool = False
) -> Iterator[Doing]:
    """Open an act on a dossier. Raises NotFound (also for strangers), Stale, NotAllowed."""
    with act(by=by, at=at) as deed:
        dossier = Dossier.objects.select_for_update().filter(id=dossier_id).first()
        if dossier is None:
            raise NotFound
        standing = standing_of(dossier)
        if not (may_see(by, standing) or holds_secret):
            raise NotFound
        if dossier.version != seen:
            raise Stale(dossier.version)
        if not may_do(by, what, standing, holds_secret=holds_secret):
            raise NotAllowed
        move = TABLE[(standing.stage, what)]
        if what in HELPERS_ACTS and dossier.consent_id and helps(by, standing):
            hold_to_consent(consent_id=dossier.consent_id, by=by, at=at)
        elif by.kind == "officer":
            Origin.objects.filter(dossier=dossier, first_act_at=None).update(first_act_at=at)
        dossier.stage = move.to
        yield Doing(dossier, move, deed, by, at)

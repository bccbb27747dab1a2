"""Drafts of apologies: made by the clock, put away by themselves when there is nothing to apologise for any more."""

from datetime import datetime

from django.db.models import Q

from motcua.directory.queries import ExtensionFacts, extension
from motcua.dossiers.events import ApologyDrafted, ApologyPutAway
from motcua.dossiers.models import Apology, ApologyDraft, Dossier
from motcua.dossiers.queries.apologies import send_by
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.workflow import CANNOT_MAKE_IT, ENDED, Stage
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act


def draft_apology(*, dossier: Dossier, by: Actor, at: datetime) -> bool:
    """Put a letter before the head for a dossier that cannot make it, or is late. Tells whether one was made.

    The caller holds the dossier's row, so that of two workers one drafts; it is done once for a promise before it
    is broken, and once more after that where the head thought that it would be kept.
    """
    rule = extension(at.astimezone(ZONE).date(), dossier.procedure)
    if rule is None or dossier.due_at is None or not _wanted(dossier, rule, at):
        return False
    with act(by=by, at=at) as deed:
        draft = ApologyDraft.objects.create(
            id=uuid7(at),
            dossier=dossier,
            agency_id=dossier.agency_id,
            due_at=dossier.due_at,
            send_by=send_by(dossier, at),
            late=dossier.due_at < at,
            longest=rule.working_days,
            signers=" ".join(sorted(rule.signers)),
            drafted_at=at,
        )
        deed.record(
            ApologyDrafted(
                dossier_id=dossier.id,
                agency_id=dossier.agency_id,
                apology_id=draft.id,
                due_at=draft.due_at.isoformat(),
            )
        )
    return True


def put_away(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Withdraw the draft of a dossier that has ended, or whose due day has moved since."""
    draft = ApologyDraft.objects.filter(dossier=dossier, closed_at=None).first()
    if draft is None:
        return
    if Stage(dossier.stage) in ENDED:
        close_draft(draft=draft, why="ended", by=by, at=at)
    elif dossier.due_at != draft.due_at:
        close_draft(draft=draft, why="moved", by=by, at=at)


def close_draft(*, draft: ApologyDraft, why: str, by: Actor, at: datetime) -> None:
    """Close a draft, and say that it goes no further unless it was signed."""
    with act(by=by, at=at) as deed:
        draft.closed_at, draft.closed_by, draft.closed_why = at, by.id, why
        draft.save(update_fields=["closed_at", "closed_by", "closed_why"])
        if why != "signed":
            deed.record(
                ApologyPutAway(
                    dossier_id=draft.dossier_id, agency_id=draft.agency_id, apology_id=draft.id, why=why
                )
            )


def _wanted(dossier: Dossier, rule: ExtensionFacts, at: datetime) -> bool:
    """Tell whether a letter is to be drafted now: not twice for one promise, nor beyond what the law allows."""
    late = dossier.due_at is not None and dossier.due_at < at
    if not late and Stage(dossier.stage) not in CANNOT_MAKE_IT:
        return False
    if dossier.holds.filter(kind=HoldKind.WITHDRAWAL, lifted_at=None).exists():
        return False
    known = Q(closed_at=None) | (Q(due_at=dossier.due_at, late=late) & ~Q(closed_why="moved"))
    if ApologyDraft.objects.filter(known, dossier=dossier).exists():
        return False
    return Apology.objects.filter(dossier=dossier).count() < rule.times

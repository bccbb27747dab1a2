"""Open work moves with a reform: from an agency that ends, or loses a duty, to the one that carries it on.

Nothing else of a dossier changes: code, secret, procedure version, first promise and due day stay. Whoever held it
goes on holding it where they work there now; else it waits for somebody of the new agency.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.accounts.queries import in_force
from motcua.dossiers import events
from motcua.dossiers.models import ApologyDraft, Dossier, Draft, Opinion, Scan
from motcua.dossiers.operations.apology_drafts import put_away
from motcua.dossiers.queries.derived import derive
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act


def move_dossiers(*, to: Mapping[UUID, str], start: str, law: str, by: Actor, at: datetime) -> int:
    """Move dossiers of `start` that are not closed, in one transaction; gives how many. Others are left alone.

    Moving again what has moved changes nothing: only what still lies with `start` is taken.
    """
    if not to:
        return 0
    with act(by=by, at=at) as deed:
        # In the order of their keys, so that two that move the same dossiers wait for each other and do not deadlock.
        rows = Dossier.objects.select_for_update().filter(id__in=list(to), agency_id=start, closed=False)
        moved = list(rows.order_by("id").prefetch_related("holds"))
        at_work = _at_work({to[one.id] for one in moved}, at)
        letters = ApologyDraft.objects.filter(dossier__in=moved, closed_at=None)
        drafted = set(letters.values_list("dossier_id", flat=True))
        for one in moved:
            one.agency_id = to[one.id]
            if (one.holder_id, one.agency_id) not in at_work:
                one.holder_id = None
            one.save(update_fields=["agency_id", *derive(one, at=at, holds=list(one.holds.all()))])
            if one.id in drafted:
                put_away(dossier=one, by=by, at=at)
            deed.record(events.DossierMoved(dossier_id=one.id, agency_id=one.agency_id, start=start, law=law))
        for agency_id in sorted({one.agency_id for one in moved}):
            letters.filter(dossier__agency_id=agency_id).update(agency_id=agency_id)
    return len(moved)


def move_drafts(*, to: Mapping[UUID, str], start: str, law: str, by: Actor, at: datetime) -> int:
    """Move drafts that were not filed; gives how many. What was typed stays, it is filed at the new agency."""
    if not to:
        return 0
    with act(by=by, at=at) as deed:
        rows = Draft.objects.select_for_update().filter(
            id__in=list(to), agency_id=start, dossier_id=None, discarded_at=None
        )
        moved = list(rows.order_by("id"))
        for one in moved:
            one.agency_id = to[one.id]
            deed.record(events.DraftMoved(draft_id=one.id, agency_id=one.agency_id, start=start, law=law))
        Draft.objects.bulk_update(moved, ["agency_id"])
    return len(moved)


def move_scans(*, start: str, to: str, by: Actor, at: datetime) -> int:
    """Move scanned stacks, bound to a dossier or not; gives how many."""
    with act(by=by, at=at) as deed:
        moved = list(Scan.objects.select_for_update().filter(agency_id=start).order_by("id"))
        if moved:
            Scan.objects.filter(id__in=[one.id for one in moved]).update(agency_id=to)
            scans = tuple(one.id for one in moved)
            deed.record(events.ScansMoved(batch=uuid7(at), agency_id=to, start=start, scans=scans))
    return len(moved)


def move_opinions(*, start: str, to: str, by: Actor, at: datetime) -> int:
    """Move questions that nobody has answered, with the day they had; gives how many."""
    with act(by=by, at=at) as deed:
        waiting = Opinion.objects.select_for_update().filter(agency_id=start, closed_at=None)
        moved = list(waiting.order_by("id").values_list("id", flat=True))
        if moved:
            Opinion.objects.filter(id__in=moved).update(agency_id=to)
            deed.record(
                events.OpinionsMoved(batch=uuid7(at), agency_id=to, start=start, opinions=tuple(moved))
            )
    return len(moved)


def _at_work(agencies: set[str], at: datetime) -> set[tuple[UUID | None, str]]:
    rows = in_force(at.astimezone(ZONE).date()).filter(agency_id__in=agencies)
    return set(rows.values_list("officer_id", "agency_id"))

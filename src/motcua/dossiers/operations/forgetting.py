"""Forgetting what nobody needs any more: drafts left lying, and the keyed hashes of where a filing came from.

How long is a dated row. Nothing that belongs to a filed dossier is removed: only drafts that were never filed are
looked at, and the database itself refuses to remove a file that a dossier holds.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from motcua.directory.queries import period, run_out
from motcua.dossiers import events
from motcua.dossiers.models import Draft, DraftFile, Origin
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.papers.operations import forget_rows

AT_ONCE = 100
NOBODYS = Q(account_id=None, consent_id=None)
"""Drafts of guests: nobody can be told of them."""
KEYS = ("phone_key", "email_key", "applicant_key", "session_key", "network_key")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many drafts and files went, or would go."""

    drafts: int = 0
    files: int = 0


def warn_of_drafts(*, dry_run: bool = False, by: Actor, at: datetime) -> int:
    """Warn that a draft will be removed: whoever has an account, a helper and whom they help; gives how many."""
    lead = period("draft_warning", at.astimezone(ZONE).date())
    until = run_out("draft_kept", at, before=lead.limit if lead else None)
    if lead is None or until is None:
        return 0
    waiting = (
        _left_lying(until)
        .filter(~NOBODYS, discarded_at=None)
        .filter(Q(warned_at=None) | Q(warned_at__lt=F("saved_at")))
    )
    if dry_run:
        return waiting.count()
    ids = list(waiting.values_list("id", flat=True))
    # It may go at this hour on the last day of the term: the day before is the last that is whole.
    last = lead.limit.last_day(at.astimezone(ZONE).date()) - timedelta(days=1)
    return sum(_warn(draft_id, last, by, at) for draft_id in ids)


def _warn(draft_id: UUID, last: date, by: Actor, at: datetime) -> bool:
    """Warn of one draft; one that is being typed in or filed at this moment is not left lying."""
    with act(by=by, at=at) as deed:
        draft = Draft.objects.select_for_update(skip_locked=True).filter(id=draft_id, dossier_id=None).first()
        if draft is None:
            return False
        draft.warned_at = at
        draft.save(update_fields=["warned_at"])
        deed.record(events.DraftNearEnd(draft_id=draft_id, kept_until=last.isoformat()))
    return True


def remove_drafts(*, dry_run: bool = False, by: Actor, at: datetime) -> Forgotten:
    """Remove drafts left lying, with their files: those of an account only once its owner was warned in time."""
    left = _removable(at)
    if left is None:
        return Forgotten()
    ids = list(left.order_by("id").values_list("id", flat=True))
    if dry_run:
        return Forgotten(len(ids), DraftFile.objects.filter(draft_id__in=ids).count())
    gone = [_remove(ids[start : start + AT_ONCE], by, at) for start in range(0, len(ids), AT_ONCE)]
    return Forgotten(sum(one.drafts for one in gone), sum(one.files for one in gone))


def _left_lying(until: datetime) -> QuerySet[Draft]:
    """Give the drafts that nobody typed in or added a file to since then, and that were never filed."""
    left = Draft.objects.filter(dossier_id=None, saved_at__lt=until)
    return left.exclude(files__file__uploaded_at__gte=until)


def _removable(at: datetime) -> QuerySet[Draft] | None:
    until, warned_until = run_out("draft_kept", at), run_out("draft_warning", at)
    if until is None:
        return None
    warned = NOBODYS | Q(discarded_at__isnull=False)
    if warned_until is not None:
        warned |= Q(warned_at__lt=warned_until, warned_at__gte=F("saved_at"))
    return _left_lying(until).filter(warned)


def _remove(ids: list[UUID], by: Actor, at: datetime) -> Forgotten:
    with act(by=by, at=at) as deed:
        locked = Draft.objects.select_for_update(skip_locked=True).filter(id__in=ids, dossier_id=None)
        drafts = list(locked.values_list("id", flat=True))
        if not drafts:
            return Forgotten()
        kept = DraftFile.objects.filter(draft_id__in=drafts)
        files = tuple(kept.values_list("file_id", flat=True))
        kept.delete()
        Draft.objects.filter(id__in=drafts).delete()
        forget_rows(file_ids=files, by=by, at=at)
        deed.record(events.DraftsRemoved(batch=uuid7(at), drafts=tuple(drafts), files=files))
    return Forgotten(len(drafts), len(files))


def forget_keys(*, dry_run: bool = False, by: Actor, at: datetime) -> int:
    """Empty the keyed hashes of filings whose time of keeping has run out; gives how many dossiers lost theirs.

    The dossier, its channel and its moments stay. The draft it was filed from forgets the same traces.
    """
    until = run_out("origin_key_kept", at)
    if until is None:
        return 0
    known = Q(*((f"{name}__isnull", False) for name in KEYS), _connector=Q.OR)
    origins = Origin.objects.filter(known, submitted_at__lt=until)
    drafts = Draft.objects.filter(dossier_id__isnull=False, saved_at__lt=until).exclude(trace={})
    if dry_run:
        return origins.count()
    with act(by=by, at=at) as deed:
        count = origins.update(**dict.fromkeys(KEYS))
        traces = drafts.update(trace={}, guest_key=None)
        if count or traces:
            deed.record(events.OriginKeysForgotten(batch=uuid7(at), dossiers=count, drafts=traces))
    return count

"""Reading what guards accounts: second factors, sessions, lost factors that two people give back."""

from datetime import date, datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from motcua.accounts.models import Account, Factor, Recovery, RecoveryCode, Role, SignIn, Slowing
from motcua.accounts.rules.recovering import VALID_FOR, Wanted, Yes, may_see
from motcua.accounts.sealing import open_text
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE


def failures_of(key: bytes) -> int:
    """Count the wrong guesses at one door that were not forgiven."""
    row = Slowing.objects.filter(key=key).first()
    return row.failures if row else 0


def officer_account(account_id: UUID) -> Account | None:
    """Find the account of an officer that is in use."""
    return Account.objects.filter(id=account_id, kind="officer", is_active=True).first()


def factors(account_id: UUID, kind: str = "") -> list[Factor]:
    """List the second factors an officer has, all or of one kind, the oldest first."""
    rows = Factor.objects.filter(account_id=account_id, ended_at=None).order_by("made_at", "id")
    return list(rows.filter(kind=kind) if kind else rows)


def secret_of(one: Factor) -> str:
    """Open the secret of an app."""
    return open_text(one.secret_sealed or b"", f"factor:{one.id}")


def recovery_codes_left(account_id: UUID) -> int:
    """Count the codes on paper that were not used yet."""
    return RecoveryCode.objects.filter(account_id=account_id, gone_at=None).count()


def sign_ins(by: Actor) -> list[SignIn]:
    """List where one is signed in, the one seen last first."""
    if by.kind not in ("citizen", "officer"):
        return []
    alive = Session.objects.filter(expire_date__gt=Now()).values("session_key")
    rows = SignIn.objects.filter(account_id=by.id, session_key__in=alive)
    return list(rows.order_by("-seen_at"))


def wanted_of(row: Recovery, on: date) -> Wanted:
    """Tell what a recovery is about, as the rules ask for it."""
    held = Role.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), officer_id=row.account_id)
    given = tuple(Yes(one.by, frozenset(one.roles), one.here) for one in row.given.order_by("at"))
    return Wanted(
        account_id=str(row.account_id),
        agency_id=row.agency_id,
        held=frozenset(one.role for one in held if one.agency_id == row.agency_id),
        elsewhere=any(one.agency_id != row.agency_id for one in held),
        asked_at=row.asked_at,
        given=given,
    )


def open_recovery(account_id: UUID, at: datetime) -> Recovery | None:
    """Find an officer's own request that still waits."""
    return _open_recoveries(at).filter(account_id=account_id).first()


def recoveries(viewer: Actor, at: datetime) -> list[tuple[Recovery, Wanted]]:
    """List the requests that wait for people like the viewer, the oldest first."""
    if not viewer.has("head", "admin", "oversight"):
        return []
    rows = _open_recoveries(at).select_related("account__officer").prefetch_related("given")
    if not viewer.has("oversight"):
        rows = rows.filter(agency_id=viewer.unit or "")
    found = [(row, wanted_of(row, at.astimezone(ZONE).date())) for row in rows.order_by("asked_at")[:100]]
    return [(row, wanted) for row, wanted in found if may_see(viewer, wanted)]


def _open_recoveries(at: datetime) -> QuerySet[Recovery]:
    return Recovery.objects.filter(closed_at=None, asked_at__gte=at - VALID_FOR)

"""A reform of units: officers and agreements go where the work of their agency goes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from motcua.accounts.events import ContactTrustMoved, RoleEnded
from motcua.accounts.models import Role, TrustedContact
from motcua.accounts.operations.officers import give_role
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act

Destination = Callable[[str], str | None]
"""Where an officer goes, by user name; None for one who does not go."""


def move_roles(*, start: str, destination: Destination, on: date, by: Actor, at: datetime) -> int:
    """End the roles at an agency on the eve, and begin them at the other on the day; gives how many moved.

    A role that would have ended later ends then at the other too. One that was to begin only later begins there.
    """
    moved = 0
    with act(by=by, at=at) as deed:
        rows = Role.objects.select_for_update(of=("self",)).filter(agency_id=start)
        for one in rows.exclude(valid_to__lt=on).select_related("officer__account").order_by("id"):
            to = destination(one.officer.account.username or "")
            if to is None:
                continue
            begins = max(on, one.valid_from)
            give_role(
                officer=one.officer,
                agency_id=to,
                role=one.role,
                by=by,
                at=at,
                valid_from=begins,
                valid_to=one.valid_to,
            )
            # What had not begun yet never begins here: its last day lies before its first.
            one.valid_to = on - timedelta(days=1)
            one.save(update_fields=["valid_to"])
            account, last = one.officer.account_id, one.valid_to.isoformat()
            deed.record(RoleEnded(account_id=account, agency_id=start, role=one.role, valid_to=last))
            moved += 1
    return moved


def move_trusted(*, start: str, to: str, by: Actor, at: datetime) -> int:
    """Move agreements about phones that serve many, as long as they hold; gives how many."""
    with act(by=by, at=at) as deed:
        rows = list(TrustedContact.objects.select_for_update().filter(agency_id=start, ended_at=None))
        TrustedContact.objects.filter(id__in=[one.id for one in rows]).update(agency_id=to)
        for one in rows:
            deed.record(ContactTrustMoved(agency_id=to, trusted_id=one.id, start=start))
    return len(rows)

"""Phones that serve many by agreement: the list of an agency, and whether a phone is one."""

from datetime import date

from django.db.models import Q

from motcua.accounts.models import TrustedContact
from motcua.accounts.rules.trusting import registers, sees_all
from motcua.kernel.actors import Actor


def trusted_contacts(viewer: Actor, on: date, *, limit: int = 200) -> list[TrustedContact]:
    """List the agreements of the viewer's agency (all, for who oversees), those that hold first; nothing to others."""
    rows = TrustedContact.objects.order_by("-id")
    if not sees_all(viewer):
        rows = rows.filter(agency_id=viewer.unit or "") if registers(viewer) else rows.none()
    found = list(rows[:limit])
    return sorted(found, key=lambda one: not holds(one, on))


def holds(one: TrustedContact, on: date) -> bool:
    """Tell whether an agreement holds on a day."""
    return one.ended_at is None and one.first <= on <= one.last


def is_trusted(phone_key: bytes, on: date) -> bool:
    """Tell whether a phone, known by its keyed hash as of a filing, served many by agreement on a day.

    An agreement of any agency explains it: people of one hamlet file at several. One that was ended counts until then.
    """
    rows = TrustedContact.objects.filter(phone_index=phone_key, first__lte=on, last__gte=on)
    return rows.filter(Q(ended_at=None) | Q(ended_at__date__gt=on)).exists()

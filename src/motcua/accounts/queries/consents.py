"""Reading consents: who helps whom, for those two and for the agency of a helping officer."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from motcua.accounts.models import Account, Consent, Officer
from motcua.accounts.sealing import index_of
from motcua.kernel.actors import Actor
from motcua.kernel.references import phone_normal
from motcua.ledger.reading import read


def consent(consent_id: UUID, *, lock: bool = False) -> Consent | None:
    """Read a consent; whoever acts on it locks it first, so that an end and an act never pass each other."""
    rows = read(Consent, "id = %s" + (" FOR UPDATE" if lock else ""), [consent_id])
    return rows[0] if rows else None


def helps(viewer: Actor, one: Consent | None) -> bool:
    """Tell whether the viewer is the helper of a consent that holds."""
    return (
        one is not None
        and viewer.kind in ("citizen", "officer")
        and str(one.helper_id) == viewer.id
        and one.holds
    )


def asked_by(viewer: Actor, consent_id: UUID) -> Consent | None:
    """Read a consent that the viewer asked for."""
    return Consent.objects.select_related("owner", "paper").filter(_helper(viewer), id=consent_id).first()


def helping(viewer: Actor) -> list[Consent]:
    """List the consents the viewer asked for, newest first."""
    return list(Consent.objects.select_related("owner").filter(_helper(viewer)).order_by("-id")[:100])


def usable(viewer: Actor, procedure: str, on: date) -> list[Consent]:
    """List the consents with which the viewer may begin another dossier of a procedure on a day."""
    rows = Consent.objects.select_related("owner").filter(
        _helper(viewer), ended_at=None, given_at__isnull=False
    )
    return [one for one in rows.order_by("-id") if one.covers(procedure, on)]


def last_asked(viewer: Actor) -> Consent | None:
    """Read what the viewer asked for last: the next neighbour is helped by the same person at the same place."""
    return Consent.objects.filter(_helper(viewer)).order_by("-id").first()


def helpers_of(viewer: Actor) -> list[Consent]:
    """List the consents about the viewer, newest first: those asked of the phone of the viewer's account."""
    phone = _phone(viewer)
    if phone is None:
        return []
    rows = Consent.objects.filter(owner_phone=phone, given_at__isnull=False)
    return list(rows.select_related("owner").order_by("-id")[:100])


def is_about(viewer: Actor, one: Consent) -> bool:
    """Tell whether a consent was asked of the phone of the viewer's account."""
    phone = _phone(viewer)
    return phone is not None and one.owner_phone is not None and bytes(one.owner_phone) == phone


def proven(viewer: Actor) -> list[UUID]:
    """List the consents given by a code on the phone of the viewer's account."""
    phone = _phone(viewer)
    if phone is None:
        return []
    rows = Consent.objects.filter(owner_phone=phone, way="code", given_at__isnull=False)
    return list(rows.values_list("id", flat=True))


def owner_account(one: Consent) -> UUID | None:
    """Give the owner's account, where the code showed whose phone it is."""
    if one.way != "code" or one.owner_phone is None:
        return None
    return Account.objects.filter(phone_index=one.owner_phone).values_list("id", flat=True).first()


def by_link(link: str) -> Consent | None:
    """Find a consent by the name of the page on which it is ended."""
    return Consent.objects.select_related("owner").filter(link=link.upper(), given_at__isnull=False).first()


def to_confirm(viewer: Actor) -> list[Consent]:
    """List what was agreed in calls at the viewer's agency and waits for its paper, the overdue first."""
    if not (viewer.kind == "officer" and viewer.unit and viewer.has("reception", "head")):
        return []
    rows = Consent.objects.filter(
        agency_id=viewer.unit, way="voice", given_at__isnull=False, confirmed_at=None, ended_at=None
    )
    return list(rows.select_related("owner").order_by("confirm_by", "id")[:100])


def is_helpers(phone: str, helper: Actor) -> bool:
    """Tell whether a phone is the helper's own: the account's, or the published one of an officer."""
    if Account.objects.filter(id=helper.id, phone_index=index_of(phone, "sms")).exists():
        return True
    own = Officer.objects.filter(account_id=helper.id).values_list("work_phone", flat=True).first()
    return bool(own) and phone_normal(own or "") == phone


def _helper(viewer: Actor) -> Q:
    known = viewer.kind in ("citizen", "officer")
    return Q(helper_id=UUID(viewer.id)) if known else Q(pk__in=[])


def _phone(viewer: Actor) -> bytes | None:
    if viewer.kind != "citizen":
        return None
    found = Account.objects.filter(id=viewer.id).values_list("phone_index", flat=True).first()
    return bytes(found) if found is not None else None

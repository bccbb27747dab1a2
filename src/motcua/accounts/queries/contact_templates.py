"""The contact workbook of an agency, or of the province, with what is known already."""

from datetime import datetime

from motcua.accounts.models import Officer
from motcua.accounts.queries import in_force
from motcua.accounts.queries.contacts import NOBODY, WorkFacts, duties_of
from motcua.accounts.rules.contact_sheets.writing import workbook
from motcua.directory.queries import agency, receiving_places
from motcua.directory.queries.contacts import contacts_of
from motcua.directory.rules.contacts import READERS, keeps_contacts
from motcua.kernel.actors import Actor
from motcua.kernel.references import phone_printed
from motcua.kernel.text import sort_key
from motcua.kernel.worktime import ZONE

PROVINCE = "tỉnh Nghệ An"


def template(viewer: Actor, agency_id: str | None, at: datetime) -> bytes:
    """Make the workbook of the places and officers whose contacts the viewer keeps, of one agency or of all."""
    on = at.astimezone(ZONE).date()
    wanted = [
        place
        for place in receiving_places(on)
        if keeps_contacts(viewer, place.host_id) and agency_id in (None, place.host_id)
    ]
    contacts, duties = contacts_of(wanted, at), duties_of(wanted, on)
    usernames = _usernames(viewer, agency_id, at)
    places = []
    for place in sorted(wanted, key=lambda one: (sort_key(one.name), one.id)):
        told, duty = contacts[place.id].told, duties.get(place.id, NOBODY)
        row = {"place_id": place.id, "name": place.name, **{name: getattr(told, name) for name in READERS}}
        people = {"on_duty": _choice(duty.on_duty, usernames), "stand_in": _choice(duty.stand_in, usernames)}
        places.append(row | people | {"phone": phone_printed(told.phone)})
    held = agency(agency_id, on) if agency_id else None
    return workbook(
        title=held.name if held else PROVINCE, places=places, officers=_officers(viewer, agency_id, at)
    )


def _officers(viewer: Actor, agency_id: str | None, at: datetime) -> list[dict[str, str]]:
    on = at.astimezone(ZONE).date()
    return [
        {
            "username": officer.account.username or "",
            "name": officer.name,
            "agency": found.name if (found := agency(one, on)) else one,
            "work_phone": phone_printed(officer.work_phone),
            "work_email": officer.work_email,
        }
        for officer, one in _staff(viewer, agency_id, at)
    ]


def _usernames(viewer: Actor, agency_id: str | None, at: datetime) -> dict[str, str]:
    return {str(one.pk): one.account.username or "" for one, _ in _staff(viewer, agency_id, at)}


def _staff(viewer: Actor, agency_id: str | None, at: datetime) -> list[tuple[Officer, str]]:
    rows = in_force(at.astimezone(ZONE).date()).select_related("officer__account")
    if agency_id:
        rows = rows.filter(agency_id=agency_id)
    found: dict[object, tuple[Officer, str]] = {}
    for role in rows.order_by("agency_id", "officer__name"):
        if keeps_contacts(viewer, role.agency_id):
            found.setdefault(role.officer_id, (role.officer, role.agency_id))
    return list(found.values())


def _choice(who: WorkFacts | None, usernames: dict[str, str]) -> str:
    return f"{who.name} ({usernames[who.id]})" if who and who.id in usernames else ""

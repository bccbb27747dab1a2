"""Contacts of a few receiving places of the demonstration: marked as such, with numbers nobody answers."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.accounts.models import Officer
from motcua.accounts.operations.contacts import tell_place, tell_work_contact
from motcua.accounts.rules.telling import Telling
from motcua.directory.models import PlaceContact
from motcua.directory.queries import receiving_place
from motcua.directory.rules.contacts import Told
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE

BY = Actor(kind="system", id="demo", via="command")
PLACES = {"MC-25-16681": "thanhvinh", "MC-25-16813": "muongxen", "TTPVHCC": "tuphap"}
"""Place → the word with which its officers' user names begin."""


def see_to_contacts(officers: Mapping[str, Actor], *, at: datetime) -> None:
    """Tell the contacts of the demonstration's places where nobody told any."""
    on = at.astimezone(ZONE).date()
    for number, (place_id, word) in enumerate(PLACES.items(), start=1):
        place = receiving_place(place_id, on)
        if place is None or PlaceContact.objects.filter(place_id=place_id).exists():
            continue
        reception, stand_in = officers[f"{word}.motcua"], officers[f"{word}.chuyenvien"]
        told = Told(
            phone=f"+842380000{number:03d}",
            email=f"motcua.{word}@example.vn",
            address=place.address or "Trụ sở (địa chỉ trình diễn)",
            saturday="07:30-11:00" if word == "thanhvinh" else "",
        )
        telling = Telling(told, 0, UUID(reception.id), UUID(stand_in.id), "demonstration")
        tell_place(place_id=place_id, telling=telling, by=BY, at=at)
        for place_in, actor in enumerate((reception, stand_in), start=1):
            _tell_officer(actor, f"+84900000{number}{place_in}0", at)


def _tell_officer(actor: Actor, phone: str, at: datetime) -> None:
    officer = Officer.objects.select_related("account").get(account_id=actor.id)
    if officer.work_phone or officer.work_email:
        return
    tell_work_contact(
        account_id=UUID(actor.id),
        agency_id=actor.unit or "",
        typed=(phone, f"{officer.account.username}@example.vn"),
        source="demonstration",
        by=BY,
        at=at,
    )

"""How receiving places are reached, whether they are open, and how fresh that is.

What a place told last goes before what was loaded for it. One query for the contacts of many places, one for
their closures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.directory.models import PlaceClosure, PlaceContact
from motcua.directory.queries.calendar import work_calendar
from motcua.directory.queries.facts import PlaceFacts
from motcua.directory.queries.periods import run_out
from motcua.directory.queries.places import receiving_place, receiving_places
from motcua.directory.rules.contacts import Told
from motcua.directory.rules.hours import sessions_of
from motcua.directory.rules.opening import Opening, closes_at, opens_at
from motcua.kernel.worktime import ZONE, CalendarEnds, Sessions
from motcua.ledger.reading import read

PERIOD = "contact_confirmed"
NEWEST = (
    "id IN (SELECT DISTINCT ON (place_id) id FROM directory_placecontact"
    " WHERE place_id = ANY(%s) AND told_at <= %s ORDER BY place_id, number DESC)"
)
AHEAD = "place_id = ANY(%s) AND last >= %s AND told_at <= %s AND withdrawn_at IS NULL ORDER BY first, id"


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """How a place is reached at a moment. `number` is that of the row that holds, 0 while only the loaded one does."""

    place_id: str
    told: Told
    sessions: Sessions
    number: int = 0
    confirmed_at: datetime | None = None
    told_by: str = ""
    source: str = "loaded"
    fresh: bool = False

    @property
    def phone(self) -> str:
        """Return the phone of the officer on duty; empty when it is not known."""
        return self.told.phone

    @property
    def email(self) -> str:
        """Return the mail address; empty when it is not known."""
        return self.told.email

    @property
    def address(self) -> str:
        """Return the address; empty when it is not known."""
        return self.told.address

    @property
    def state(self) -> str:
        """Return `missing` without a phone, `stale` when it was not confirmed lately, else `fresh`."""
        return ("fresh" if self.fresh else "stale") if self.phone else "missing"


@dataclass(frozen=True, slots=True)
class Standing:
    """A place with its contact, whether it is open now, and what comes next; `closure` is the one of today."""

    place: PlaceFacts
    contact: ContactFacts
    open: bool
    closes_at: datetime | None
    opens_at: datetime | None
    closure: PlaceClosure | None


def places_of(agency_id: str, on: date) -> list[PlaceFacts]:
    """Return the places that receive for an agency on a day, its own first."""
    found = receiving_places(on, agency_id)
    return sorted(found, key=lambda place: place.host_id != agency_id)


def contact_of(place_id: str, at: datetime) -> ContactFacts | None:
    """Return how a place is reached at a moment; None when there is no such place then."""
    place = receiving_place(place_id, _day(at))
    return None if place is None else contacts_of([place], at)[place_id]


def contacts_of(places: Iterable[PlaceFacts], at: datetime) -> dict[str, ContactFacts]:
    """Return how places are reached at a moment, by place."""
    every = list(places)
    newest = read(PlaceContact, NEWEST, [[place.id for place in every], at])
    rows = {row.place_id: row for row in newest}
    since = run_out(PERIOD, at)
    return {place.id: _contact(place, rows.get(place.id), since, at) for place in every}


def standings_of(places: Sequence[PlaceFacts], at: datetime) -> list[Standing]:
    """Return places with their contacts and whether they are open, in the order given."""
    contacts, closures = contacts_of(places, at), closures_of([place.id for place in places], at)
    return [_standing(place, contacts[place.id], closures.get(place.id, []), at) for place in places]


def open_now(place_id: str, at: datetime) -> bool:
    """Tell whether a place receives people at a moment, by its hours, the calendar and its closures."""
    found = _standing_of(place_id, at)
    return found is not None and found.open


def next_opening(place_id: str, at: datetime) -> datetime | None:
    """Return when a place opens next after a moment; None when no day is known."""
    found = _standing_of(place_id, at)
    return found.opens_at if found else None


def closures_of(place_ids: Sequence[str], at: datetime) -> dict[str, list[PlaceClosure]]:
    """Return the closures of places that are not over, soonest first, by place."""
    found: dict[str, list[PlaceClosure]] = {}
    for row in read(PlaceClosure, AHEAD, [list(place_ids), _day(at), at]):
        found.setdefault(row.place_id, []).append(row)
    return found


def contact_history(place_id: str, limit: int = 20) -> list[PlaceContact]:
    """Return what a place told about itself, newest first."""
    return list(PlaceContact.objects.filter(place_id=place_id).order_by("-number")[:limit])


def _standing_of(place_id: str, at: datetime) -> Standing | None:
    place = receiving_place(place_id, _day(at))
    return None if place is None else standings_of([place], at)[0]


def _contact(
    place: PlaceFacts, row: PlaceContact | None, since: datetime | None, at: datetime
) -> ContactFacts:
    usual = work_calendar(place.host_id, _day(at)).hours
    if row is None:
        return ContactFacts(place.id, Told(place.phone, place.email, place.address), usual)
    return ContactFacts(
        place_id=place.id,
        told=Told(row.phone, row.email, row.address or place.address, row.weekdays, row.saturday),
        sessions=sessions_of(row.weekdays) if row.weekdays else usual,
        number=row.number,
        confirmed_at=row.told_at,
        told_by=row.told_by,
        source=row.source,
        fresh=since is None or row.told_at >= since,
    )


def _standing(
    place: PlaceFacts, contact: ContactFacts, closures: list[PlaceClosure], at: datetime
) -> Standing:
    today = _day(at)
    opening = Opening(
        calendar=work_calendar(place.host_id, today),
        weekdays=contact.sessions,
        saturday=sessions_of(contact.told.saturday) if contact.told.saturday else (),
        closed=[(one.first, one.last) for one in closures],
    )
    try:
        closes = closes_at(opening, at)
    except CalendarEnds:
        closes = None
    return Standing(
        place=place,
        contact=contact,
        open=closes is not None,
        closes_at=closes,
        opens_at=opens_at(opening, at),
        closure=next((one for one in closures if one.first <= today), None),
    )


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()

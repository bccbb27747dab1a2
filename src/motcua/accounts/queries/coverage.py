"""Which receiving places lack a contact or confirmed none lately, counted by agency, for those who oversee."""

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.queries.contacts import NOBODY, duties_of
from motcua.directory.queries import AgencyFacts, agency, receiving_places
from motcua.directory.queries.contacts import contacts_of
from motcua.kernel.actors import Actor
from motcua.kernel.text import sort_key
from motcua.kernel.worktime import ZONE

Key = tuple[str, str]


@dataclass(slots=True)
class Coverage:
    """The places an agency runs, and how many of them lack what."""

    agency: AgencyFacts
    places: int = 0
    no_phone: int = 0
    no_mail: int = 0
    stale: int = 0
    no_duty: int = 0

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing and everything was confirmed lately."""
        return not (self.no_phone or self.no_mail or self.stale or self.no_duty)

    @property
    def key(self) -> Key:
        """Return the agency's place in the table."""
        return sort_key(self.agency.name), self.agency.id


def coverage(viewer: Actor, at: datetime) -> list[Coverage]:
    """Count by agency in alphabetical order; nothing for whoever does not oversee the province."""
    if viewer.kind != "system" and not viewer.has("oversight"):
        return []
    on = at.astimezone(ZONE).date()
    places = receiving_places(on)
    contacts, duties = contacts_of(places, at), duties_of(places, on)
    found: dict[str, Coverage] = {}
    for place in places:
        host = agency(place.host_id, on)
        if host is None:
            continue
        line, contact = found.setdefault(host.id, Coverage(host)), contacts[place.id]
        line.places += 1
        line.no_phone += contact.state == "missing"
        line.stale += contact.state == "stale"
        line.no_mail += not contact.email
        line.no_duty += duties.get(place.id, NOBODY).on_duty is None
    return sorted(found.values(), key=lambda line: line.key)

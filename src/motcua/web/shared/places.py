"""Receiving places as every page shows them: contact, whether open, and who answers. Three queries for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.queries.contacts import NOBODY, DutyFacts, duties_of
from motcua.directory.queries import PlaceFacts
from motcua.directory.queries.contacts import ContactFacts, Standing, places_of, standings_of
from motcua.kernel.worktime import ZONE


@dataclass(frozen=True, slots=True)
class Reached:
    """One place, how it stands at a moment, and who answers there."""

    standing: Standing
    duty: DutyFacts

    @property
    def place(self) -> PlaceFacts:
        """Return the place."""
        return self.standing.place

    @property
    def contact(self) -> ContactFacts:
        """Return how it is reached."""
        return self.standing.contact


def reached(places: Sequence[PlaceFacts], at: datetime) -> list[Reached]:
    """Give places as pages show them, in the order given."""
    duties = duties_of(places, at.astimezone(ZONE).date()) if places else {}
    return [Reached(one, duties.get(one.place.id, NOBODY)) for one in standings_of(places, at)]


def reached_for(agency_id: str, at: datetime) -> list[Reached]:
    """Give the places that receive for an agency, its own first."""
    return reached(places_of(agency_id, at.astimezone(ZONE).date()), at)

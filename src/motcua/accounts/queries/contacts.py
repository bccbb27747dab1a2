"""Who answers at receiving places, with the work contacts that are published by order of the province."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from motcua.accounts.models import Duty, Officer
from motcua.accounts.queries import in_force
from motcua.directory.queries import PlaceFacts
from motcua.ledger.reading import read

NEWEST = (
    "id IN (SELECT DISTINCT ON (place_id) id FROM accounts_duty"
    " WHERE place_id = ANY(%s) ORDER BY place_id, number DESC)"
)


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """An officer with title and work contacts; nothing private."""

    id: str
    name: str
    title: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """Who answers at a place on a day and who stands in; None for nobody, or for one who works there no more."""

    on_duty: WorkFacts | None = None
    stand_in: WorkFacts | None = None


NOBODY = DutyFacts()


def duties_of(places: Sequence[PlaceFacts], on: date) -> dict[str, DutyFacts]:
    """Give who answers at each place on a day; places without a word about it are left out."""
    rows = read(Duty, NEWEST, [[place.id for place in places]])
    named = {who for row in rows for who in (row.on_duty_id, row.stand_in_id) if who is not None}
    terms = in_force(on).filter(officer_id__in=named).select_related("officer") if named else []
    held = {(term.officer_id, term.agency_id): term.officer for term in terms}
    agencies = {place.id: place.agency_ids for place in places}

    def there(row: Duty, who: UUID | None) -> WorkFacts | None:
        works = (held[who, one] for one in agencies[row.place_id] if who and (who, one) in held)
        found = next(works, None)
        return None if found is None else facts_of(found)

    return {row.place_id: DutyFacts(there(row, row.on_duty_id), there(row, row.stand_in_id)) for row in rows}


def duty_of(place: PlaceFacts, on: date) -> DutyFacts:
    """Give who answers at a place on a day."""
    return duties_of([place], on).get(place.id, NOBODY)


def receiving_officers(agency_ids: Iterable[str], on: date, *roles: str) -> list[WorkFacts]:
    """List the officers who hold one of these roles (reception, when none is named) at the agencies on a day."""
    rows = in_force(on).filter(agency_id__in=list(agency_ids), role__in=roles or ("reception",))
    found = {row.officer_id: row.officer for row in rows.select_related("officer").order_by("officer__name")}
    return [facts_of(one) for one in found.values()]


def facts_of(officer: Officer) -> WorkFacts:
    """Give what is published of an officer."""
    return WorkFacts(str(officer.pk), officer.name, officer.title, officer.work_phone, officer.work_email)

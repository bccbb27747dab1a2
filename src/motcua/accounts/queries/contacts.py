"""Who answers at receiving places, with the work contacts that are published by order of the province."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.accounts.models import Duty, Officer
from motcua.accounts.queries import in_force
from motcua.directory.queries import PlaceFacts


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
    rows = list(
        Duty.objects.filter(place_id__in=[place.id for place in places])
        .select_related("on_duty", "stand_in")
        .order_by("place_id", "-number")
        .distinct("place_id")
    )
    named = {who for row in rows for who in (row.on_duty_id, row.stand_in_id) if who is not None}
    held = set(in_force(on).filter(officer_id__in=named).values_list("officer_id", "agency_id"))
    agencies = {place.id: place.agency_ids for place in places}

    def there(row: Duty, officer: Officer | None) -> WorkFacts | None:
        works = officer is not None and any((officer.pk, one) in held for one in agencies[row.place_id])
        return facts_of(officer) if officer is not None and works else None

    return {row.place_id: DutyFacts(there(row, row.on_duty), there(row, row.stand_in)) for row in rows}


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

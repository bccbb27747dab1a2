"""What loading the lines of a contact workbook would do; nothing is written here."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.accounts.models import Officer
from motcua.accounts.queries import in_force
from motcua.accounts.queries.contacts import NOBODY, WorkFacts, duties_of
from motcua.accounts.rules.contact_sheets.layout import OFFICERS, PLACES, CellNote, CellProblem, Line
from motcua.accounts.rules.contact_sheets.reading import ReadLine, read_lines
from motcua.accounts.rules.telling import Telling
from motcua.directory.queries import PlaceFacts, receiving_place
from motcua.directory.queries.contacts import contacts_of
from motcua.directory.rules.contacts import NO_PHONE, READERS, Told, keeps_contacts
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE

NO_PLACE = mark("Không có nơi tiếp nhận mang mã này, hoặc nơi này thuộc cơ quan khác.")
NO_OFFICER = mark("Không có cán bộ mang tên đăng nhập này tại cơ quan.")
NOT_THERE = mark("Người này không làm việc tại nơi tiếp nhận.")
SAME = mark("Người thay phải khác người trực.")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that would change, from what to what; empty texts for nothing."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """What would be told of a place, and which of its fields that changes."""

    place_id: str
    name: str
    telling: Telling
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class OfficerChange:
    """The work contacts that an officer would get."""

    account_id: UUID
    agency_id: str
    name: str
    typed: tuple[str, str]
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What a load would change. With problems nothing is loaded."""

    problems: tuple[CellProblem, ...]
    notes: tuple[CellNote, ...]
    places: tuple[PlaceChange, ...]
    officers: tuple[OfficerChange, ...]
    same: int

    @property
    def idle(self) -> bool:
        """Tell whether there is nothing to change."""
        return not self.places and not self.officers

    @property
    def digest(self) -> str:
        """Tell one plan from another: what was shown is what is loaded."""
        return hashlib.sha256(repr((self.places, self.officers)).encode()).hexdigest()


def plan(lines: Iterable[Line], problems: Iterable[CellProblem], *, viewer: Actor, at: datetime) -> SheetPlan:
    """Compare lines with what is known; `problems` are those found before, while the file was read."""
    read, wrong, notes = read_lines(lines)
    found = [*problems, *wrong]
    places = _places([one for one in read if one.line.sheet == PLACES], viewer, at, found)
    officers = _officers([one for one in read if one.line.sheet == OFFICERS], viewer, at, found)
    return SheetPlan(
        problems=tuple(found),
        notes=tuple(notes),
        places=tuple(one for one in places if one.fields),
        officers=tuple(one for one in officers if one.fields),
        same=sum(not one.fields for one in places) + sum(not one.fields for one in officers),
    )


def _places(
    read: list[ReadLine], viewer: Actor, at: datetime, problems: list[CellProblem]
) -> list[PlaceChange]:
    on = at.astimezone(ZONE).date()
    known: list[tuple[ReadLine, PlaceFacts]] = []
    for one in read:
        place = receiving_place(one.values["place_id"], on)
        if place is None or not keeps_contacts(viewer, place.host_id):
            problems.append(CellProblem(PLACES, one.line.at("place_id"), NO_PLACE))
        elif one.line.cells.get("phone") or any(
            one.values[name] for name in (*READERS, "on_duty", "stand_in")
        ):
            known.append((one, place))
    every = [place for _, place in known]
    contacts, duties = contacts_of(every, at), duties_of(every, on)
    staff = {place.id: _staff_of(place.agency_ids, at) for place in every}
    changes = []
    for one, place in known:
        told = Told(**{name: one.values[name] for name in READERS})
        people = [_person(one, name, staff[place.id], problems) for name in ("on_duty", "stand_in")]
        if not told.phone:
            problems.append(CellProblem(PLACES, one.line.at("phone"), NO_PHONE))
        if people[0] and people[0] == people[1]:
            problems.append(CellProblem(PLACES, one.line.at("stand_in"), SAME))
        duty = duties.get(place.id, NOBODY)
        contact = contacts[place.id]
        before = {name: getattr(contact.told, name) for name in READERS}
        before |= {"on_duty": _name(duty.on_duty), "stand_in": _name(duty.stand_in)}
        after = {name: getattr(told, name) for name in READERS}
        after |= {"on_duty": _name(people[0]), "stand_in": _name(people[1])}
        ids = [UUID(who.id) if who else None for who in people]
        telling = Telling(told, contact.number, ids[0], ids[1], "sheet")
        changes.append(PlaceChange(place.id, place.name, telling, _differing(before, after)))
    return changes


def _officers(
    read: list[ReadLine], viewer: Actor, at: datetime, problems: list[CellProblem]
) -> list[OfficerChange]:
    on = at.astimezone(ZONE).date()
    names = [one.values["username"] for one in read]
    rows = in_force(on).filter(officer__account__username__in=names).select_related("officer__account")
    kept: dict[str, tuple[Officer, str]] = {}
    for role in rows.order_by("agency_id"):
        if keeps_contacts(viewer, role.agency_id):
            kept.setdefault(role.officer.account.username or "", (role.officer, role.agency_id))
    changes = []
    for one in read:
        found = kept.get(one.values["username"])
        if found is None:
            problems.append(CellProblem(OFFICERS, one.line.at("username"), NO_OFFICER))
            continue
        officer, agency_id = found
        typed = (one.values["work_phone"], one.values["work_email"])
        before = {"work_phone": officer.work_phone, "work_email": officer.work_email}
        after = dict(zip(before, typed, strict=True))
        changes.append(
            OfficerChange(officer.account_id, agency_id, officer.name, typed, _differing(before, after))
        )
    return changes


def _staff_of(agency_ids: Iterable[str], at: datetime) -> dict[str, WorkFacts]:
    rows = in_force(at.astimezone(ZONE).date()).filter(agency_id__in=list(agency_ids))
    return {
        role.officer.account.username or "": WorkFacts(str(role.officer_id), role.officer.name, "", "", "")
        for role in rows.select_related("officer__account")
    }


def _person(
    one: ReadLine, name: str, staff: dict[str, WorkFacts], problems: list[CellProblem]
) -> WorkFacts | None:
    username = one.values[name]
    if username and username not in staff:
        problems.append(CellProblem(PLACES, one.line.at(name), NOT_THERE))
    return staff.get(username)


def _name(who: WorkFacts | None) -> str:
    return who.name if who else ""


def _differing(before: dict[str, str], after: dict[str, str]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name, old, after[name]) for name, old in before.items() if old != after[name])

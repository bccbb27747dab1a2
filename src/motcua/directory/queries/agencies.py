"""Agencies on a day: names, identifiers, successors."""

from datetime import date

from motcua.directory.models import Agency
from motcua.directory.queries.doors import door
from motcua.directory.queries.facts import AgencyFacts
from motcua.directory.queries.snapshot import Snapshot, snapshot
from motcua.directory.rules.dating import holding
from motcua.directory.rules.succeeding import Step, carriers


class NoCode(LookupError):
    """An agency has neither an identifier nor a temporary code on that day."""


def agency(agency_id: str, on: date) -> AgencyFacts | None:
    """Return an agency as it is on a day; None when it does not exist then."""
    shot = snapshot()
    row = holding(shot.agencies.get(agency_id, ()), on)
    return None if row is None else _facts(shot, row, on)


def agency_known(agency_id: str, on: date) -> AgencyFacts | None:
    """Return an agency as it is on a day or, when it has ended, as it last was: for names in old papers."""
    rows = snapshot().agencies.get(agency_id, ())
    begun = [row for row in rows if row.valid_from <= on]
    if not begun:
        return None
    last = begun[-1].valid_to
    return agency(agency_id, on if last is None else min(on, last))


def agencies(on: date, level: str | None = None) -> list[AgencyFacts]:
    """Return the agencies of a day in alphabetical order, of one level or of all."""
    shot = snapshot()
    every = shot.remembered(("agencies", on), lambda: _on(shot, on))
    return [one for one in every if level is None or one.level == level]


def successors(agency_id: str, on: date) -> list[AgencyFacts]:
    """Return who carries on an agency's duties on a day: itself while it exists, else all that follow it.

    Duties that moved alone (a licence, a sector) do not count; an agency that has not begun has none.
    """
    shot = snapshot()
    steps = shot.remembered("steps", lambda: _steps(shot))
    ids = carriers(agency_id, on, lambda one: agency(one, on) is not None, steps)
    return [facts for one in ids if (facts := agency(one, on)) is not None]


def code_prefix(agency_id: str, on: date) -> str:
    """Return what the agency's dossier codes of a day begin with; raises NoCode when it has no code."""
    facts = agency(agency_id, on)
    if facts is None or not facts.code:
        raise NoCode(f"agency {agency_id} has no code on {on.isoformat()}")
    return facts.code


def code_form(on: date) -> str:
    """Return how the dossier codes of a day are written, as the door says; raises NoCode when none speaks of it."""
    found = door("dossier_code", on)
    if found is None:
        raise NoCode(f"no row says how dossier codes are written on {on.isoformat()}")
    return found.value


def _steps(shot: Snapshot) -> dict[str, list[Step]]:
    return {
        one: [(row.on, row.successor_id) for row in rows if row.kind != "part"]
        for one, rows in shot.successions.items()
    }


def _on(shot: Snapshot, on: date) -> list[AgencyFacts]:
    held = [row for rows in shot.agencies.values() if (row := holding(rows, on)) is not None]
    return [_facts(shot, row, on) for row in sorted(held, key=lambda row: (row.sort_key, row.agency_id))]


def _facts(shot: Snapshot, row: Agency, on: date) -> AgencyFacts:
    life = shot.agencies[row.agency_id]
    code = holding(shot.codes.get(row.agency_id, ()), on)  # official ones stand before temporary ones
    return AgencyFacts(
        id=row.agency_id,
        name=row.name,
        name_en=row.name_en,
        kind=row.kind,
        level=row.level,
        unit_code=row.unit_code,
        code=code.code if code else "",
        code_is_temporary=code.is_temporary if code else False,
        valid_from=life[0].valid_from,
        valid_to=life[-1].valid_to,
        parent_id=row.parent_id,
    )

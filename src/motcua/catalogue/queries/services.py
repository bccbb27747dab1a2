"""Where a procedure can be filed online on a day, and which agencies receive it."""

from datetime import date

from motcua.catalogue.queries.procedures import outline_on
from motcua.catalogue.queries.snapshot import Outline, snapshot
from motcua.catalogue.rules.competence import competent
from motcua.catalogue.rules.versions import PortalFacts, ServiceFacts
from motcua.directory.queries import AgencyFacts, agencies, agency, successors

LEVELS = ("commune", "district", "province")


def online_service(code: str, agency_id: str | None, on: date) -> ServiceFacts | None:
    """Return the row that opens a procedure online at an agency on a day, or None.

    Without an agency: the row for all competent ones, else the first. A vertical body's procedure is never
    open here, nor is one at an agency that is not competent for it or does not exist on that day.
    """
    shot = snapshot()
    outline, known = outline_on(shot, code, on), shot.procedures.get(code)
    if outline is None or known is None or known.sector:
        return None
    rows = [
        row
        for row in shot.services.get(code, ())
        if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)
    ]
    if agency_id is None:
        return rows[-1] if rows else None
    row = next((row for row in rows if row.agency_id in (agency_id, "")), None)
    return row if row is not None and _receives(outline, agency(agency_id, on), on) else None


def receiving_agencies(code: str, on: date) -> list[AgencyFacts]:
    """Return the agencies competent to receive a procedure on a day: communes first, then departments."""
    shot = snapshot()
    outline, known = outline_on(shot, code, on), shot.procedures.get(code)
    if outline is None or known is None or known.sector:
        return []
    departments = _departments(outline, on)
    found = [one for one in agencies(on) if competent(one.id, one.kind, outline.levels, departments)]
    return sorted(found, key=lambda one: LEVELS.index(one.level) if one.level in LEVELS else len(LEVELS))


def receives(code: str, agency_id: str, on: date) -> bool:
    """Tell whether an agency is competent to receive a procedure on a day, by whatever channel."""
    shot = snapshot()
    outline, known = outline_on(shot, code, on), shot.procedures.get(code)
    if outline is None or known is None or known.sector:
        return False
    return _receives(outline, agency(agency_id, on), on)


def vertical_portal(sector: str, on: date) -> PortalFacts | None:
    """Return the portal of a vertical sector on a day."""
    for row in snapshot().portals.get(sector, ()):
        if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to):
            texts = (row.body, row.body_en, row.name, row.name_en, row.url, row.phone)
            return PortalFacts(row.sector, *texts, row.source)
    return None


def _receives(outline: Outline, one: AgencyFacts | None, on: date) -> bool:
    return one is not None and competent(one.id, one.kind, outline.levels, _departments(outline, on))


def _departments(outline: Outline, on: date) -> set[str]:
    return {heir.id for heir in successors(outline.agency_id, on)} if outline.agency_id else set()

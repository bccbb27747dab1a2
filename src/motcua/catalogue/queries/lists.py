"""Lists to browse: fields, life events, and the procedures in them, on a day."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from motcua.catalogue.queries.procedures import outline_on
from motcua.catalogue.queries.services import online_service
from motcua.catalogue.queries.snapshot import Outline, Snapshot, snapshot
from motcua.catalogue.rules.versions import Brief, FieldFacts, LifeEventFacts


def briefs(codes: Iterable[str], on: date) -> list[Brief]:
    """Return lines for these procedures in the order given; those without a version that day are left out."""
    shot = snapshot()
    outlines = (outline_on(shot, code, on) for code in codes)
    return [_brief(shot, one, on) for one in outlines if one is not None]


def fields(on: date) -> list[FieldFacts]:
    """Return the fields that hold procedures on a day, in alphabetical order, with how many."""
    shot = snapshot()
    counts = Counter(
        one.field_slug for code in shot.versions if (one := outline_on(shot, code, on)) is not None
    )
    return [
        FieldFacts(row.slug, row.name, counts[row.slug]) for row in shot.fields.values() if counts[row.slug]
    ]


def procedures_in_field(
    field: str, on: date, after: tuple[str, str] | None = None, limit: int = 50
) -> list[Brief]:
    """Return a page of a field's procedures in alphabetical order, those after `(sort key, code)`.

    `place(brief)` gives the `after` of the next page.
    """
    shot = snapshot()
    held = (outline_on(shot, code, on) for code in shot.versions)
    found = sorted((*_place(one), one) for one in held if one is not None and one.field_slug == field)
    rest = [one for key, code, one in found if after is None or (key, code) > after]
    return [_brief(shot, one, on) for one in rest[:limit]]


def place(brief: Brief, on: date) -> tuple[str, str]:
    """Return where a procedure stands in alphabetical lists, for the next page."""
    outline = outline_on(snapshot(), brief.code, on)
    return _place(outline) if outline is not None else ("", brief.code)


def life_events(on: date) -> list[LifeEventFacts]:
    """Return the life events that have procedures on a day, in the order chosen for people."""
    shot = snapshot()
    found = []
    for event, codes in shot.life_events:
        held = tuple(code for code in codes if outline_on(shot, code, on) is not None)
        if held:
            texts = (event.slug, event.name, event.name_en, event.summary, event.summary_en)
            found.append(LifeEventFacts(*texts, held))
    return found


def procedures_of_life_event(slug: str, on: date) -> list[Brief]:
    """Return the procedures of a life event on a day, in the order in which people need them."""
    event = next((one for one in life_events(on) if one.slug == slug), None)
    return briefs(event.procedures, on) if event is not None else []


def with_own_form(on: date) -> list[Brief]:
    """Return the procedures with an electronic form of their own that day: those people use most."""
    shot = snapshot()
    held = (outline_on(shot, code, on) for code in shot.versions)
    return [_brief(shot, one, on) for one in held if one is not None and one.form_id in shot.own_forms]


def _place(one: Outline) -> tuple[str, str]:
    return (one.sort_key, one.code)


def _brief(shot: Snapshot, one: Outline, on: date) -> Brief:
    service = online_service(one.code, None, on)
    return Brief(
        code=one.code,
        version_id=one.id,
        title=one.title,
        field=shot.fields[one.field_slug].name,
        field_slug=one.field_slug,
        sector=shot.procedures[one.code].sector,
        levels=one.levels,
        online_level=service.level if service else None,
        online_is_estimate=service.is_estimate if service else False,
        has_own_form=one.form_id in shot.own_forms,
    )

"""The whole catalogue's outline in memory; the full facts of some hundred versions beside it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from motcua.catalogue.models import (
    Field,
    Form,
    LifeEvent,
    OnlineService,
    Procedure,
    ProcedureVersion,
    VerticalPortal,
)
from motcua.catalogue.queries.reading import read_version
from motcua.catalogue.rules.forms import FormFacts, read_form
from motcua.catalogue.rules.versions import ProcedureFacts, ServiceFacts, VersionFacts
from motcua.directory.warm import Warm

VERSIONS_KEPT = 500
FORMS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Outline:
    """A version as lists need it."""

    id: int
    code: str
    title: str
    sort_key: str
    field_slug: str
    levels: tuple[str, ...]
    agency_id: str
    form_id: int | None
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True)
class Snapshot:
    """The catalogue by its keys; rows of one key are in the order of their days."""

    procedures: Mapping[str, ProcedureFacts]
    versions: Mapping[str, Sequence[Outline]]
    services: Mapping[str, Sequence[ServiceFacts]]
    fields: Mapping[str, Field]
    forms: Mapping[int, FormFacts]
    own_forms: frozenset[int]
    life_events: Sequence[tuple[LifeEvent, tuple[str, ...]]]
    portals: Mapping[str, Sequence[VerticalPortal]]
    facts: Callable[[int], VersionFacts]
    answers: dict[object, object]


def _read() -> Snapshot:
    forms = list(Form.objects.all())
    return Snapshot(
        procedures={row[0]: ProcedureFacts(*row) for row in _procedures()},
        versions=_versions(),
        services=_services(),
        fields={row.slug: row for row in Field.objects.order_by("sort_key")},
        forms={row.id: read_form(row.definition) for row in forms},
        own_forms=frozenset(row.id for row in forms if row.key != "general"),
        life_events=_life_events(),
        portals=_portals(),
        facts=lru_cache(maxsize=VERSIONS_KEPT)(read_version),
        answers={},
    )


def _procedures() -> Sequence[tuple[str, str, str, str, str, bool]]:
    return list(Procedure.objects.values_list("code", "name", "sector", "issuer", "url", "is_local"))


def _versions() -> dict[str, list[Outline]]:
    found: defaultdict[str, list[Outline]] = defaultdict(list)
    rows = ProcedureVersion.objects.order_by("valid_from").values_list(
        *("id", "procedure_id", "title", "procedure__sort_key", "field_id"),
        *("levels", "agency_id", "form_id", "valid_from", "valid_to"),
    )
    for version_id, code, title, key, field, levels, agency_id, form_id, first, last in rows:
        outline = Outline(version_id, code, title, key, field, tuple(levels), agency_id, form_id, first, last)
        found[code].append(outline)
    return dict(found)


def _services() -> dict[str, list[ServiceFacts]]:
    found: defaultdict[str, list[ServiceFacts]] = defaultdict(list)
    names = (
        "procedure_id",
        "agency_id",
        "level",
        "decision",
        "is_estimate",
        "valid_from",
        "valid_to",
        "source",
    )
    for row in OnlineService.objects.order_by("-agency_id", "valid_from").values_list(*names):
        found[row[0]].append(ServiceFacts(*row))
    return dict(found)


def _life_events() -> list[tuple[LifeEvent, tuple[str, ...]]]:
    events = LifeEvent.objects.order_by("position").prefetch_related("members")
    return [
        (event, tuple(one.procedure_id for one in sorted(event.members.all(), key=lambda one: one.position)))
        for event in events
    ]


def _portals() -> dict[str, list[VerticalPortal]]:
    found: defaultdict[str, list[VerticalPortal]] = defaultdict(list)
    for row in VerticalPortal.objects.order_by("valid_from"):
        found[row.sector].append(row)
    return dict(found)


_warm = Warm("catalogue", _read)


def snapshot() -> Snapshot:
    """Return the catalogue as loaded."""
    return _warm.value()

"""Write what a plan of the catalogue found different. Changes go first: a row that ends makes room."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from motcua.catalogue.models import Channel, Component, Form, ProcedureVersion
from motcua.catalogue.queries.comparing import CURATED, Work
from motcua.catalogue.rules.loading import NOT_FACTS, VersionKey, WantedVersion
from motcua.directory.queries.comparing import Difference
from motcua.kernel.actors import Actor

BATCH = 2000
RENAMED = {"code": "procedure_id", "field": "field_id"}
Forms = Mapping[VersionKey, int]


def store(*, work: Work, by: Actor, at: datetime) -> None:
    """Write everything, in the order in which rows name each other."""
    for one in work.before.values():
        _difference(one)
    _difference(work.forms)
    forms: dict[tuple[str, date], int] = {(row.key, row.valid_from): row.id for row in Form.objects.all()}
    _rewrite(work.changed, forms)
    _touch(work.touched)
    rows = ProcedureVersion.objects.bulk_create(
        (ProcedureVersion(**_cells(one, forms)) for one in work.added), batch_size=BATCH
    )
    _parts(zip((row.id for row in rows), work.added, strict=True))
    for name, one in work.after.items():
        if name in CURATED:
            _take_out(one)
        _difference(one)


def _difference(one: Difference) -> None:
    if one.changed:
        fields = [name for name in one.fields if name != one.model._meta.pk.name]
        one.model._default_manager.bulk_update(one.changed, fields, batch_size=BATCH)
    if one.added:
        one.model._default_manager.bulk_create(one.added, batch_size=BATCH)


def _take_out(one: Difference) -> None:
    for key in one.missing:
        names = ("slug",) if len(key) == 1 else ("event_id", "procedure_id")
        one.model._default_manager.filter(**dict(zip(names, key, strict=True))).delete()


def _cells(one: WantedVersion, forms: Forms) -> dict[str, object]:
    cells = {RENAMED.get(name, name): value for name, value in one.cells.items()}
    cells |= {name: list(cells[name] or ()) for name in ("levels", "applicants", "legal_basis")}  # type: ignore[call-overload]
    return {**cells, "form_id": forms[one.form], "digest": one.digest}


def _rewrite(changed: Mapping[int, WantedVersion], forms: Forms) -> None:
    """Give versions that nobody uses yet their new facts and parts."""
    Component.objects.filter(version_id__in=changed).delete()
    Channel.objects.filter(version_id__in=changed).delete()
    for version_id, one in changed.items():
        ProcedureVersion.objects.filter(id=version_id).update(**_cells(one, forms))
    _parts(changed.items())


def _touch(touched: Mapping[int, WantedVersion]) -> None:
    for version_id, one in touched.items():
        cells = {name: one.cells[name] for name in NOT_FACTS}
        ProcedureVersion.objects.filter(id=version_id).update(**cells)


def _parts(versions: Iterable[tuple[int, WantedVersion]]) -> None:
    pairs = list(versions)
    Component.objects.bulk_create(
        (Component(version_id=key, **cells) for key, one in pairs for cells in one.components),
        batch_size=BATCH,
    )
    Channel.objects.bulk_create(
        (Channel(version_id=key, **cells) for key, one in pairs for cells in one.channels),
        batch_size=BATCH,
    )

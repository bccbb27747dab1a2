"""Issued results for whoever holds one: by address, by code, or by the bytes of the file; nothing of the owner."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.catalogue.queries import version
from motcua.directory.queries import agency_known
from motcua.dossiers.models import Result
from motcua.dossiers.rules.results import Standing, Validity
from motcua.kernel.worktime import ZONE


@dataclass(frozen=True, slots=True)
class Issued:
    """A result as anybody may know it who holds it."""

    id: UUID
    dossier_id: UUID
    code: str
    number: str
    title: str
    agency: str
    issued_at: datetime
    until: date | None
    void_at: datetime | None
    standing: Standing
    replaced_by: UUID | None


def result_at(result_id: UUID, at: datetime) -> Issued | None:
    """Find a result by the address that stands on it."""
    return _first(Result.objects.filter(document_id=result_id), at)


def result_by_code(code: str, at: datetime) -> Issued | None:
    """Find a result by its code, as typed."""
    return _first(Result.objects.filter(code="".join(code.split()).upper()), at)


def result_by_digest(digest: bytes, at: datetime) -> Issued | None:
    """Find the result that was issued as exactly these bytes, by their SHA-256."""
    return _first(Result.objects.filter(digest=digest).order_by("-issued_at"), at)


def results_of(dossier_id: UUID, at: datetime) -> list[Issued]:
    """List what was issued in a dossier, the latest last; the caller has shown the dossier to its viewer."""
    rows = Result.objects.filter(dossier_id=dossier_id).select_related("dossier").order_by("issued_at")
    return [issued(row, at) for row in rows]


def results_by_digest(digests: list[bytes], at: datetime) -> dict[bytes, Issued]:
    """Tell of files, by the SHA-256 of their bytes, which of them are results that were issued here."""
    rows = Result.objects.filter(digest__in=digests).select_related("dossier").order_by("issued_at")
    return {bytes(row.digest): issued(row, at) for row in rows}


def _first(rows: QuerySet[Result], at: datetime) -> Issued | None:
    row = rows.select_related("dossier").first()
    return issued(row, at) if row else None


def issued(row: Result, at: datetime) -> Issued:
    """Tell of a row what anybody may know who holds the result; its dossier is read already."""
    on = row.issued_at.astimezone(ZONE).date()
    place = agency_known(row.agency_id, on)
    validity = Validity(row.valid_until, row.void_at, replaced=row.replaced_by_id is not None)
    return Issued(
        id=row.document_id,
        dossier_id=row.dossier_id,
        code=row.code,
        number=row.number,
        title=version(row.dossier.version_id).title,
        agency=place.name if place else row.agency_id,
        issued_at=row.issued_at,
        until=row.valid_until,
        void_at=row.void_at,
        standing=validity.on(at),
        replaced_by=row.replaced_by_id,
    )

"""From code to dossier and back to the secret, for those who may have it."""

from dataclasses import dataclass
from uuid import UUID

from motcua.accounts.sealing import open_text
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier, DossierCode
from motcua.dossiers.rules.permits import owns
from motcua.kernel.actors import Actor
from motcua.ledger.reading import read


@dataclass(frozen=True, slots=True)
class Filed:
    """What the person who filed gets: the dossier, its code, and the secret for tracking without an account."""

    dossier_id: UUID
    code: str
    secret: str


def filed_before(dossier_id: UUID) -> Filed:
    """Give code and secret of a filed dossier again, to an operation that was asked to file it twice."""
    row = DossierCode.objects.get(dossier_id=dossier_id)
    return Filed(dossier_id, row.code, open_text(row.secret_sealed, f"secret:{dossier_id}"))


def dossier_of(code: str) -> UUID | None:
    """Find the dossier of a code. Knowing it grants nothing."""
    return next((row.dossier_id for row in read(DossierCode, "code = %s", [code.strip().upper()])), None)


def secret_of(viewer: Actor, dossier_id: UUID, *, holds_secret: bool = False) -> str:
    """Give the tracking secret again to the owner, or to who has shown it. Raises NotFound for anybody else."""
    row = DossierCode.objects.select_related("dossier").filter(dossier_id=dossier_id).first()
    if row is None:
        raise NotFound
    account_id = str(row.dossier.account_id) if row.dossier.account_id else None
    if not (holds_secret or owns(viewer, account_id)):
        raise NotFound
    return open_text(row.secret_sealed, f"secret:{dossier_id}")


def by_ids(ids: list[UUID]) -> list[tuple[Dossier, str]]:
    """List these dossiers with their codes, newest first; the caller knows that the viewer may see them."""
    rows = DossierCode.objects.select_related("dossier").filter(dossier_id__in=ids).order_by("-dossier_id")
    return [(row.dossier, row.code) for row in rows]


def codes_of(ids: list[UUID]) -> dict[UUID, str]:
    """Give the codes of these dossiers; the caller knows that the viewer may see them."""
    rows = DossierCode.objects.filter(dossier_id__in=ids)
    return dict(rows.values_list("dossier_id", "code"))

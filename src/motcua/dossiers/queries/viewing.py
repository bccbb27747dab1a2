"""One dossier as its owner or an officer sees it: one read per room, nothing for strangers."""

from dataclasses import dataclass
from hmac import compare_digest
from uuid import UUID

from motcua.accounts.models import Party
from motcua.accounts.sealing import index_of
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Document, Dossier, DossierCode, Hold, Remark
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.permits import Standing, acts_for, may_see
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.seal import secret_normal
from motcua.papers.grants import Grant


@dataclass(frozen=True)
class View:
    """A dossier with all that its page shows."""

    dossier: Dossier
    code: str
    owner: Party
    submitter: Party | None
    documents: list[Document]
    holds: list[Hold]
    remarks: list[Remark]
    acts: list[Act]
    standing: Standing

    def open_hold(self, kind: str) -> Hold | None:
        """Give the open hold of a kind."""
        return next((hold for hold in self.holds if hold.kind == kind and hold.lifted_at is None), None)

    def of_kind(self, kind: str) -> list[Document]:
        """List the documents of a kind that are in the dossier."""
        return [one for one in self.documents if one.kind == kind and one.taken_out_at is None]


def dossier_for(viewer: Actor, dossier_id: UUID, *, holds_secret: bool = False) -> View:
    """Read a dossier for a viewer. Raises NotFound for strangers, whether or not it exists."""
    rows = Dossier.objects.select_related("owner", "submitter").prefetch_related("holds__items")
    dossier = rows.filter(id=dossier_id).first()
    if dossier is None:
        raise NotFound
    standing = standing_of(dossier)
    if not (may_see(viewer, standing) or holds_secret):
        raise NotFound
    inside = viewer.kind == "officer"
    documents = (
        Document.objects.filter(dossier_id=dossier_id).select_related("file", "rendition").order_by("id")
    )
    remarks = Remark.objects.filter(dossier_id=dossier_id).order_by("id")
    return View(
        dossier=dossier,
        code=code_of(dossier_id),
        owner=dossier.owner,
        submitter=dossier.submitter,
        documents=[one for one in documents if not inside or one.sent_at is not None],
        holds=sorted(dossier.holds.all(), key=lambda hold: hold.placed_at),
        remarks=[one for one in remarks if inside or one.public],
        acts=acts_for(viewer, standing, holds_secret=holds_secret),
        standing=standing,
    )


def code_of(dossier_id: UUID) -> str:
    """Give a dossier's code."""
    return DossierCode.objects.values_list("code", flat=True).get(dossier_id=dossier_id)


def by_code_and_secret(code: str, secret: str) -> UUID | None:
    """Find a dossier by its code and secret; nothing when either is wrong. The right secret always opens."""
    row = DossierCode.objects.filter(code=code.strip().upper()).first()
    if row is None:
        index_of("same work for an unknown code", "secret:none")
        return None
    given = index_of(secret_normal(secret), f"secret:{row.dossier_id}")
    return row.dossier_id if compare_digest(given, bytes(row.secret_hash)) else None


def mine(viewer: Actor, *, after: UUID | None = None, limit: int = 20) -> list[tuple[Dossier, str]]:
    """List the viewer's own dossiers with their codes, newest first."""
    if viewer.kind != "citizen":
        return []
    rows = Dossier.objects.filter(account_id=UUID(viewer.id))
    if after is not None:
        rows = rows.filter(id__lt=after)
    found = list(rows.order_by("-id")[:limit])
    codes = dict(
        DossierCode.objects.filter(dossier_id__in=[one.id for one in found]).values_list("dossier_id", "code")
    )
    return [(one, codes.get(one.id, "")) for one in found]


def grant_for(
    viewer: Actor, dossier_id: UUID, document_id: UUID, *, holds_secret: bool = False
) -> tuple[Grant, Document]:
    """Grant a viewer one file of a dossier. Raises NotFound; a result opens only once it was issued."""
    view = dossier_for(viewer, dossier_id, holds_secret=holds_secret)
    document = next(
        (one for one in view.documents if one.id == document_id and one.taken_out_at is None), None
    )
    if document is None:
        raise NotFound
    file = document.rendition or document.file
    return Grant(file_id=file.id, variant="original", name=file.name, viewer=viewer.id), document

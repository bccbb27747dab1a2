"""One dossier as its owner or an officer sees it: one read per room, nothing for strangers."""

from dataclasses import dataclass
from hmac import compare_digest
from uuid import UUID

from django.db.models import prefetch_related_objects

from motcua.accounts.models import Party
from motcua.accounts.sealing import index_of
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Apology, Document, Dossier, DossierCode, Hold, Remark
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.permits import Standing, acts_for, may_see, may_take_results, sees_inside
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.seal import secret_normal
from motcua.ledger.reading import read
from motcua.papers.grants import Grant
from motcua.papers.models import File


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
    apologies: list[Apology]
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
    dossier = next(iter(read(Dossier, "id = %s", [dossier_id])), None)
    if dossier is None:
        raise NotFound
    holds = read(Hold, "dossier_id = %s ORDER BY placed_at, id", [dossier_id])
    standing = standing_of(dossier, holds)
    if not (may_see(viewer, standing) or holds_secret):
        raise NotFound
    inside = sees_inside(viewer, standing)
    prefetch_related_objects(holds, "items")
    people = read(Party, "id = ANY(%s)", [[dossier.owner_id, dossier.submitter_id]])
    by_id = {one.id: one for one in people}
    takes = may_take_results(viewer, standing, holds_secret=holds_secret)
    return View(
        dossier=dossier,
        code=code_of(dossier_id),
        owner=by_id[dossier.owner_id],
        submitter=by_id[dossier.submitter_id] if dossier.submitter_id else None,
        documents=[
            one
            for one in _documents(dossier_id)
            if (not inside or one.sent_at is not None)
            and (takes or one.kind != "result")
            and (inside or one.kind != "unsigned")
        ],
        holds=holds,
        remarks=[
            one for one in read(Remark, "dossier_id = %s ORDER BY id", [dossier_id]) if inside or one.public
        ],
        apologies=read(Apology, "dossier_id = %s ORDER BY sent_at", [dossier_id])
        if dossier.extra_days
        else [],
        acts=acts_for(viewer, standing, holds_secret=holds_secret),
        standing=standing,
    )


def _shown(one: Document, *, inside: bool, takes: bool) -> bool:
    """Tell whether a file is shown: the office sees what was sent, and alone what waits to be signed."""
    if one.kind == "unsigned":
        return inside
    return (not inside or one.sent_at is not None) and (takes or one.kind != "result")


def _documents(dossier_id: UUID) -> list[Document]:
    """List a dossier's documents with their files, in the order in which they came."""
    documents = read(Document, "dossier_id = %s ORDER BY id", [dossier_id])
    wanted = {key for one in documents for key in (one.file_id, one.rendition_id) if key}
    files = {one.id: one for one in read(File, "id = ANY(%s)", [list(wanted)])} if wanted else {}
    for one in documents:
        one.file = files[one.file_id]
        one.rendition = files[one.rendition_id] if one.rendition_id else None
    return documents


def code_of(dossier_id: UUID) -> str:
    """Give a dossier's code."""
    [row] = read(DossierCode, "dossier_id = %s", [dossier_id])
    return row.code


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

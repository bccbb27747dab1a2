"""Questions to other agencies: of a dossier, for the agency that was asked, and how each agency keeps its days."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q

from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Document, Opinion
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules.opinions import may_answer, sees_question
from motcua.dossiers.rules.permits import oversees
from motcua.dossiers.rules.workflow import ENDED
from motcua.kernel.actors import Actor
from motcua.papers.grants import Grant

MOST = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """How an agency answered: how many it was asked, answered late, and how many wait beyond their day."""

    agency_id: str
    asked: int
    late: int
    open_late: int


def opinions_of(view: View) -> list[Opinion]:
    """List the questions of a dossier that its viewer sees inside, in the order in which they were asked."""
    return list(Opinion.objects.filter(dossier_id=view.dossier.id).order_by("asked_at", "id"))


def asked_counts(viewer: Actor) -> tuple[int, int]:
    """Count what the agency worked for was asked: what waits, and what was answered or taken back."""
    rows = Opinion.objects.filter(agency_id=viewer.unit or "")
    waits = rows.filter(closed_at=None).exclude(dossier__stage__in=ENDED).count()
    return waits, rows.exclude(closed_at=None).count()


def asked_of(viewer: Actor, *, closed: bool = False) -> list[Opinion]:
    """List what the agency worked for was asked: what waits, the most urgent first; or what was answered last."""
    rows = Opinion.objects.filter(agency_id=viewer.unit or "").select_related("dossier")
    if closed:
        return list(rows.exclude(closed_at=None).order_by("-closed_at")[:MOST])
    return list(rows.filter(closed_at=None).exclude(dossier__stage__in=ENDED).order_by("due_at")[:MOST])


def question(viewer: Actor, opinion_id: UUID) -> tuple[Opinion, list[Document], bool]:
    """Read one question with the files that go along, and whether the viewer may answer. Raises NotFound."""
    row = Opinion.objects.filter(id=opinion_id).select_related("dossier", "file").first()
    if row is None or not sees_question(viewer, row.agency_id):
        raise NotFound
    papers = Document.objects.filter(dossier_id=row.dossier_id, id__in=row.documents, taken_out_at=None)
    answers = may_answer(viewer, row.agency_id) and row.closed_at is None and row.dossier.stage not in ENDED
    return row, list(papers.select_related("file", "rendition").order_by("id")), answers


def paper_grant(viewer: Actor, opinion_id: UUID, document_id: UUID) -> tuple[Grant, UUID]:
    """Grant one file that went along with a question, and name its dossier. Raises NotFound."""
    row, papers, _answers = question(viewer, opinion_id)
    found = next((one for one in papers if one.id == document_id), None)
    if found is None:
        raise NotFound
    file = found.rendition or found.file
    grant = Grant(file_id=file.id, variant="original", name=file.name, viewer=viewer.id)
    return grant, row.dossier_id


def answer_grant(view: View, opinion_id: UUID, viewer: Actor) -> Grant:
    """Grant the file of an answer to who sees the dossier inside. Raises NotFound."""
    row = Opinion.objects.filter(id=opinion_id, dossier_id=view.dossier.id).select_related("file").first()
    if row is None or row.file is None:
        raise NotFound
    return Grant(file_id=row.file.id, variant="original", name=row.file.name, viewer=viewer.id)


def kept_days(viewer: Actor, at: datetime) -> list[Kept]:
    """Count, for who oversees, how each asked agency keeps its days; the latest first."""
    if not oversees(viewer):
        return []
    open_late = Q(closed_at=None, due_at__lt=at) & ~Q(dossier__stage__in=ENDED)
    rows = (
        Opinion.objects.filter(recalled=False)
        .values("agency_id")
        .annotate(
            asked=Count("id"),
            late=Count("id", filter=Q(closed_at__gt=F("due_at"))),
            open_late=Count("id", filter=open_late),
        )
        .order_by("-open_late", "-late", "agency_id")
    )
    return [Kept(**row) for row in rows]

"""Asking another agency from the dossier's page, taking the question back, reading the file of an answer."""

from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.operations import opinions
from motcua.dossiers.queries.opinions import answer_grant
from motcua.dossiers.rules.opinions import Question
from motcua.ledger.access import note_read
from motcua.papers.errors import Gone
from motcua.web.office.dossier.acts import act
from motcua.web.office.dossier.views import seen_by
from motcua.web.office.guard import officers_only
from motcua.web.shared.downloads import stream
from motcua.web.shared.viewer import Viewed


@act("ask_opinion")
def opinion_request(request: Viewed, **what: Any) -> str:
    """Ask another agency."""
    post = request.POST
    days = post.get("opinion-days", "").strip()
    question = Question(
        agency_id=post.get("opinion-agency", "")[:40],
        text=post.get("opinion-text", "")[:4000],
        days=int(days) if days.isascii() and days.isdigit() and len(days) < 4 else None,
        documents=tuple(filter(None, map(_id, post.getlist("opinion-paper")[:50]))),
    )
    opinions.ask(question=question, **what)
    return _("Đã gửi câu hỏi. Thời hạn của hồ sơ vẫn tính trong lúc chờ trả lời.")


@act("recall_opinion")
def opinion_recall(request: Viewed, **what: Any) -> str:
    """Take a question back."""
    opinion_id = _id(request.POST.get("opinion", ""))
    if opinion_id is None:
        raise Incomplete([("opinion", _("Cần chọn câu hỏi để rút."))])
    opinions.recall(opinion_id=opinion_id, **what)
    return _("Đã rút câu hỏi.")


@never_cache
@officers_only
@require_GET
def answer_file(request: Viewed, dossier_id: UUID, opinion_id: UUID) -> FileResponse:
    """Stream the file of an answer."""
    view = seen_by(request, dossier_id)
    note_read(request.actor, [("dossier", str(dossier_id)), ("opinion", str(opinion_id))], "file", request.at)
    try:
        return stream(answer_grant(view, opinion_id, request.actor), inline=True)
    except (NotFound, Gone) as error:
        raise Http404 from error


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

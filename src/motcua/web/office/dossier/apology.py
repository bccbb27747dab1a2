"""The head's page of a drafted apology: its text, why, and the new day; signed, or not sent."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.directory.queries import extension
from motcua.dossiers.operations import apologising
from motcua.dossiers.queries.apologies import offered, open_draft, why_days
from motcua.dossiers.queries.papers import drafted_sentences
from motcua.dossiers.rules.apologies import REASONS, reason_of
from motcua.dossiers.rules.promises import sent_late
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.dossier.acts import act
from motcua.web.office.dossier.views import seen_by
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

CAUSES = list(REASONS.items())


@never_cache
@officers_only
@require_GET
def page(request: Viewed, dossier_id: UUID) -> HttpResponse:
    """Show the draft to whoever may sign it."""
    return _show(request, dossier_id)


def _show(request: Viewed, dossier_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    view, draft = seen_by(request, dossier_id), open_draft(dossier_id)
    if draft is None or Act.SIGN_APOLOGY not in view.acts:
        raise Http404
    note_read(request.actor, [("dossier", str(dossier_id))], "apology", request.at)
    days = offered(view.dossier, draft, view.holds, request.at)
    lang = get_language() or "vi"
    context = {
        "problems": {},
        "typed": {},
        "opened": "",
        "view": view,
        "draft": draft,
        "tardy": sent_late(request.at, draft.send_by),
        "sentences": drafted_sentences(view, draft),
        "causes": CAUSES,
        "days": days,
        "why": why_days(view.dossier, days[-1].days, view.holds, lang) if days else [],
        "rule": extension(draft.drafted_at.astimezone(ZONE).date(), view.dossier.procedure),
        **place(request),
        **more,
    }
    return render(request, "office/dossier/apology.html", context, status=status)


@act("sign_apology", page=_show)
def letter(request: Viewed, **what: Any) -> str:
    """Sign and send it."""
    chosen, written = request.POST.get("cause", ""), request.POST.get("sign_apology-reason", "")[:2000]
    days = request.POST.get("days", "")
    apologising.sign(
        reason=reason_of(chosen, written), days=int(days) if days.isdecimal() and len(days) < 5 else 0, **what
    )
    return _("Đã ký và gửi thư xin lỗi. Công dân được báo ngày hẹn mới.")


@act("dismiss_apology")
def dismissal(request: Viewed, **what: Any) -> str:  # noqa: ARG001
    """Do not send it."""
    apologising.dismiss(**what)
    return _("Không gửi thư xin lỗi. Nếu hồ sơ vẫn trễ, thư sẽ được soạn lại.")

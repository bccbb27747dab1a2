"""What officers do with a request: parse, call one operation, go back to it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.feedback.errors import Incomplete, NotAllowed, NotFound
from motcua.feedback.operations import answering
from motcua.web.office.requests.views import answerers_only, show
from motcua.web.shared.viewer import Viewed


@never_cache
@answerers_only
@require_POST
def holding(request: Viewed, request_id: UUID) -> HttpResponse:
    """Take a request, or give it back to the queue."""
    back = request.POST.get("act") == "give_back"

    def do() -> None:
        (answering.give_back if back else answering.take)(
            request_id=request_id, by=request.actor, at=request.at
        )

    return _done(request, request_id, do, _("Đã trả lại danh sách chờ.") if back else _("Đã nhận yêu cầu."))


@never_cache
@answerers_only
@require_POST
def tried(request: Viewed, request_id: UUID) -> HttpResponse:
    """Write down that nobody picked up."""

    def do() -> None:
        answering.note_try(request_id=request_id, by=request.actor, at=request.at)

    return _done(request, request_id, do, _("Đã ghi một lần gọi không gặp."))


@never_cache
@answerers_only
@require_POST
def answer(request: Viewed, request_id: UUID) -> HttpResponse:
    """Answer a question in writing."""
    text = request.POST.get("text", "")[:2000]

    def do() -> None:
        answering.answer(request_id=request_id, text=text, by=request.actor, at=request.at)

    return _done(request, request_id, do, _("Đã trả lời."), {"text": text})


@never_cache
@answerers_only
@require_POST
def closure(request: Viewed, request_id: UUID) -> HttpResponse:
    """End a request with its outcome."""
    outcome, note = request.POST.get("outcome", ""), request.POST.get("note", "")[:1000]

    def do() -> None:
        answering.close(request_id=request_id, outcome=outcome, note=note, by=request.actor, at=request.at)

    return _done(request, request_id, do, _("Đã kết thúc yêu cầu."), {"outcome": outcome, "note": note})


def _done(
    request: Viewed, request_id: UUID, do: Callable[[], None], said: str, typed: dict[str, str] | None = None
) -> HttpResponse:
    try:
        do()
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return show(request, request_id, status=422, problems=problems, typed=typed or {})
    except NotAllowed as error:
        messages.warning(request, _(str(error)))
    else:
        messages.success(request, said)
    return redirect("office:request", request_id=request_id)

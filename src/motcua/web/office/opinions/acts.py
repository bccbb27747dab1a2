"""Answering a question of another agency."""

from typing import BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.operations.opinions import give
from motcua.papers.errors import Refused
from motcua.web.office.guard import officers_only
from motcua.web.office.opinions.views import show
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_POST
def answer(request: Viewed, opinion_id: UUID) -> HttpResponse:
    """Take the answer."""
    text, file = request.POST.get("answer", "")[:8000], request.FILES.get("file")
    try:
        give(
            opinion_id=opinion_id,
            answer=text,
            stream=cast("BinaryIO", file) if file else None,
            name=(file.name or "") if file else "",
            by=request.actor,
            at=request.at,
        )
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(said) for field, said in error.problems}
        return show(request, opinion_id, status=422, problems=problems, typed=text)
    except Refused as error:
        return show(request, opinion_id, status=422, problems={"file": _(str(error))}, typed=text)
    except NotAllowed as error:
        return show(request, opinion_id, status=409, problems={"": _(str(error))}, typed=text)
    messages.success(request, _("Đã gửi trả lời cho cơ quan hỏi."))
    return redirect("office:opinion", opinion_id=opinion_id)

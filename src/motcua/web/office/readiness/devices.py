"""The trial of printer and scanner: a sheet is printed, scanned, and its code read back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.sealing import index_of
from motcua.kernel.ids import uuid7
from motcua.oversight.errors import Incomplete, NotFound
from motcua.oversight.operations.readiness import note_test
from motcua.papers.marks import Refused, marks_in
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.office.readiness.views import show
from motcua.web.shared.codes import barcode, qr
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

PREFIX = "MOTCUA-THU-"


def word_of(test_id: UUID) -> str:
    """Give what the sheet of a trial bears: nobody knows it who has not printed it."""
    return PREFIX + index_of(str(test_id), "device.test").hex()[:8].upper()


@never_cache
@officers_only
@require_GET
def sheet(request: Viewed) -> HttpResponse:
    """Show the sheet to be printed; its trial is named in the address."""
    try:
        test_id = UUID(request.GET.get("test", ""))
    except ValueError:
        test_id = uuid7(request.at)
    word = word_of(test_id)
    context = {**place(request), "word": word, "qr": qr(word), "bars": barcode(word)}
    return render(request, "office/readiness/sheet.html", context)


@never_cache
@officers_only
@require_POST
def test(request: Viewed) -> HttpResponse:
    """Take the scanned sheet, the code a hand scanner read, or the word that something is broken."""
    try:
        test_id = UUID(request.POST.get("test", ""))
    except ValueError as error:
        raise Http404 from error
    broken = request.POST.get("outcome") == "broken"
    note, word = request.POST.get("note", "")[:500], word_of(test_id)
    if not broken and word not in _read(request):
        problem = _("Không đọc được mã trên tờ thử. Xin in lại, đặt tờ thẳng và quét ở 200 hoặc 300 dpi.")
        return show(request, status=422, problems={"scan": problem}, test_id=test_id)
    try:
        note_test(test_id=test_id, word=word, passed=not broken, note=note, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return show(request, status=422, problems=problems, typed={"note": note}, test_id=test_id)
    said = _("Đã ghi nhận máy hỏng.") if broken else _("Máy in và máy quét dùng được.")
    messages.success(request, said)
    return redirect("office:readiness")


def _read(request: Viewed) -> list[str]:
    typed = request.POST.get("word", "").strip().upper()
    scan = request.FILES.get("scan")
    if scan is None:
        return [typed]
    try:
        return [typed, *marks_in(scan)]
    except Refused:
        return [typed]

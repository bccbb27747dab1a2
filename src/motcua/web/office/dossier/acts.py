"""The acts: parse the form, call one operation, go back to the dossier, or show what is wrong on its page."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.custody import errors as custody
from motcua.custody.operations.returning import return_papers
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound, Stale
from motcua.dossiers.operations import answering, other_papers, processing, returning
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.rules.handouts import Taker
from motcua.papers.errors import Refused
from motcua.web.office.dossier.views import show
from motcua.web.office.guard import officers_only
from motcua.web.shared.dates import typed_date
from motcua.web.shared.viewer import Viewed

WORDS = (
    "number",
    "amount",
    "purpose",
    "pay-law",
    "receipt",
    "payer",
    "decision",
    "decided-by",
    "opinion-text",
    "resume-decision",
)
"""Fields beside reasons that are shown again where their form is not offered any more."""

Done = Callable[..., str]
Page = Callable[..., HttpResponse]


def act(name: str, *, page: Page = show) -> Callable[[Done], Callable[..., HttpResponseBase]]:
    """Make a view of an act: it answers with a redirect when done, with the page and its problems when not.

    `page` shows the form with what is missing; what cannot be done now is said on the dossier's page.
    """

    def make(do: Done) -> Callable[..., HttpResponseBase]:
        @officers_only
        @require_POST
        @wraps(do)
        def view(request: Viewed, dossier_id: UUID) -> HttpResponse:
            try:
                said = do(
                    request, dossier_id=dossier_id, seen=_seen(request), by=request.actor, at=request.at
                )
            except NotFound as error:
                raise Http404 from error
            except Incomplete as error:
                problems = {field_of(name, field): _(text) for field, text in error.problems}
                return page(
                    request, dossier_id, status=422, problems=problems, typed=request.POST, opened=name
                )
            except Refused as error:
                problems = {"file": _(str(error))}
                return show(
                    request, dossier_id, status=422, problems=problems, typed=request.POST, opened=name
                )
            except (Stale, NotAllowed) as error:
                problems = {"": _(str(error))}
                return show(
                    request,
                    dossier_id,
                    status=409,
                    problems=problems,
                    typed=request.POST,
                    opened=name,
                    typed_words=_words(request),
                )
            messages.success(request, said)
            return redirect("office:dossier", dossier_id=dossier_id)

        return view

    return make


def field_of(act_name: str, field: str) -> str:
    """Name a field of a form on the page: several acts ask for a reason, each in a field of its own."""
    return f"{act_name}-reason" if field == "reason" else field


def _words(request: Viewed) -> list[str]:
    """List what was written in the form, to be shown again also where that form is not offered any more."""
    written = (str(text) for name, text in request.POST.items() if name in WORDS or "reason" in name)
    return [text.strip()[:4000] for text in written if text.strip()]


def reason_typed(request: Viewed, act_name: str) -> str:
    """Give the reason that was typed in the form of an act."""
    return request.POST.get(field_of(act_name, "reason"), "")[:4000]


def _seen(request: Viewed) -> int:
    text = request.POST.get("seen", "")
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def chosen_officer(request: Viewed) -> UUID | None:
    """Give the officer chosen in the form, if any."""
    try:
        return UUID(request.POST.get("holder", ""))
    except ValueError:
        return None


def last_day(request: Viewed, field: str) -> date | None:
    """Read an optional last day of validity; one that is no day is said. Raises Incomplete."""
    typed = typed_date(request.POST, field)
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        said = _("Ngày không đúng: cần đủ ngày, tháng và năm.")
        raise Incomplete([("valid-until", said)]) from error


def result_paper(request: Viewed, file: UploadedFile, *, number: str, until: str) -> returning.ResultPaper:
    """Read a result from these fields of the form. Raises Incomplete."""
    typed = request.POST.get(number, "")[:100]
    return returning.ResultPaper(cast("BinaryIO", file), file.name or "", typed, last_day(request, until))


@act("receive")
def reception(request: Viewed, **act: Any) -> str:  # noqa: ARG001
    """Receive it."""
    processing.receive(**act)
    return _("Đã tiếp nhận hồ sơ. Thời hạn giải quyết bắt đầu được tính.")


@act("refuse")
def refusal(request: Viewed, **act: Any) -> str:
    """Do not receive it."""
    processing.refuse(reason=reason_typed(request, "refuse"), **act)
    return _("Đã từ chối tiếp nhận. Lý do đã được gửi cho công dân.")


@act("ask_supplement")
def supplement(request: Viewed, **act: Any) -> str:
    """Send one complete list of what is missing."""
    items = [
        Asked(int(seq), "", request.POST.get(f"reason-{seq}", "")[:2000])
        for seq in request.POST.getlist("component")[:200]
        if seq.isdecimal() and len(seq) < 6
    ]
    try:
        processing.ask_supplement(items=items, note=request.POST.get("note", "")[:2000], **act)
    except Incomplete as error:
        raise Incomplete([(_item_field(items, field), text) for field, text in error.problems]) from error
    return _("Đã gửi yêu cầu bổ sung. Thời hạn tạm dừng cho đến khi công dân trả lời.")


def _item_field(items: list[Asked], field: str) -> str:
    """Name the field on the page of what is wrong with an item of the list."""
    ordinal = field.removeprefix("reason-")
    if not ordinal.isdigit():
        return field
    return f"reason-{items[int(ordinal)].component}"


@act("want_other_paper")
def other_paper(request: Viewed, **act: Any) -> str:
    """Put the wish for a paper outside the closed list before the head."""
    title, law, reason = (request.POST.get(f"other-{name}", "")[:2000] for name in ("title", "law", "reason"))
    other_papers.want(title=title[:500], law=law, reason=reason, **act)
    return _("Đã trình người đứng đầu. Công dân chưa nhận được yêu cầu nào.")


@act("other_paper")
def other_paper_decision(request: Viewed, **act: Any) -> str:
    """Decide on it as the head."""
    if request.POST.get("answer") == "approve":
        other_papers.approve(**act)
        return _("Đã duyệt và gửi yêu cầu. Công dân được báo căn cứ và người duyệt.")
    other_papers.decline(reason=reason_typed(request, "other_paper"), **act)
    return _("Đã trả lời cán bộ: không yêu cầu giấy tờ này.")


@act("transfer")
def transfer(request: Viewed, **act: Any) -> str:
    """Hand it to the specialised unit."""
    processing.transfer(holder=chosen_officer(request), **act)
    return _("Đã chuyển hồ sơ đến bộ phận chuyên môn.")


@act("assign")
def assignment(request: Viewed, **act: Any) -> str:
    """Give it to one officer."""
    holder = chosen_officer(request)
    if holder is None:
        raise Incomplete([("holder", _("Cần chọn người xử lý."))])
    processing.assign(holder=holder, **act)
    return _("Đã phân công người xử lý.")


@act("propose")
def proposal(request: Viewed, **act: Any) -> str:
    """Send it up for approval."""
    processing.propose(holder=chosen_officer(request), **act)
    return _("Đã trình phê duyệt.")


@act("approve")
def approval(request: Viewed, **act: Any) -> str:  # noqa: ARG001
    """Approve it."""
    processing.approve(**act)
    return _("Đã phê duyệt.")


@act("send_back")
def send_back(request: Viewed, **act: Any) -> str:
    """Send it back a step."""
    processing.send_back(reason=reason_typed(request, "send_back"), **act)
    return _("Đã trả lại bước trước.")


@act("issue")
def result(request: Viewed, **act: Any) -> str:
    """Attach the result and issue it."""
    file = request.FILES.get("file")
    if file is None:
        raise Incomplete([("file", _("Cần chọn tệp kết quả."))])
    returning.issue(
        paper=result_paper(request, file, number="number", until="valid-until"),
        **act,
    )
    return _("Đã ban hành kết quả. Công dân được báo ngay.")


@act("give_back")
def handover(request: Viewed, **act: Any) -> str:
    """Hand the result over at the counter."""
    returning.give_back(taker=_taker(request), **act)
    return _("Đã trả kết quả cho công dân.")


@act("return_papers")
def papers_return(request: Viewed, *, seen: int, **act: Any) -> str:  # noqa: ARG001 - the paper's place decides
    """Give the papers of a dossier that ended without a result back."""
    try:
        return_papers(taker=_taker(request), **act)
    except custody.NotFound as error:
        raise NotFound from error
    except custody.NotAllowed as error:
        raise NotAllowed(str(error)) from error
    return _("Đã trả lại giấy tờ cho công dân.")


def _taker(request: Viewed) -> Taker:
    """Read who stands at the counter and what was shown."""
    return Taker(
        who=request.POST.get("taker", ""),
        shown=frozenset(request.POST.getlist("shown")[:10]),
        name=request.POST.get("taker-name", "")[:200],
        number=request.POST.get("taker-number", "")[:30],
    )


@act("reopen")
def reopening(request: Viewed, **act: Any) -> str:
    """Take a wrong result back."""
    returning.reopen(reason=reason_typed(request, "reopen"), **act)
    return _("Đã thu hồi kết quả để sửa. Lý do đã được gửi cho công dân.")


@act("stop")
def stop(request: Viewed, **act: Any) -> str:
    """End handling without a result."""
    processing.stop(reason=reason_typed(request, "stop"), **act)
    return _("Đã dừng xử lý hồ sơ. Lý do đã được gửi cho công dân.")


@act("withdrawal")
def withdrawal(request: Viewed, **act: Any) -> str:
    """Answer the owner's wish to withdraw."""
    if request.POST.get("answer") == "accept":
        answering.accept_withdrawal(**act)
        return _("Đã đồng ý cho công dân rút hồ sơ.")
    answering.decline_withdrawal(reason=reason_typed(request, "withdrawal"), **act)
    return _("Đã trả lời công dân: tiếp tục xử lý hồ sơ.")

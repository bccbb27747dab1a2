"""Acts on books, leaves and outages: parse, call one operation, go back, or show what is wrong where it was typed."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.counter.errors import Incomplete, NotAllowed, NotFound
from motcua.counter.operations import books, outages
from motcua.counter.operations.outages import Reported
from motcua.web.office.offline.guard import book_keepers_only
from motcua.web.office.offline.views import show_leaf, show_offline
from motcua.web.shared.dates import typed_date, typed_moment
from motcua.web.shared.viewer import Viewed

Show = Callable[..., HttpResponse]


@never_cache
@book_keepers_only
@require_POST
def book(request: Viewed) -> HttpResponse:
    """Make a receipt book; its page leads on to the print."""

    def make() -> HttpResponse:
        made = books.make_book(size=_number(request, "size") or 0, by=request.actor, at=request.at)
        messages.success(request, _("Đã lập sổ. Xin in ngay và cất nơi có khóa."))
        return redirect("office:book", book_id=made.id)

    return _answer(request, make, lambda **more: show_offline(request, opened="book", **more))


@never_cache
@book_keepers_only
@require_POST
def loss(request: Viewed, leaf_id: UUID) -> HttpResponse:
    """Say that a leaf was spoiled or lost."""

    def withdraw() -> HttpResponse:
        kind, reason = request.POST.get("kind", ""), request.POST.get("reason", "")[:500]
        books.withdraw_leaf(leaf_id=leaf_id, kind=kind, reason=reason, by=request.actor, at=request.at)
        messages.success(request, _("Đã ghi tình trạng của tờ này."))
        return redirect("office:leaf", leaf_id=leaf_id)

    return _answer(request, withdraw, lambda **more: show_leaf(request, leaf_id, **more))


@never_cache
@book_keepers_only
@require_POST
def find(request: Viewed, leaf_id: UUID) -> HttpResponse:
    """Say that a lost leaf was found again."""

    def found() -> HttpResponse:
        note = request.POST.get("reason", "")[:500]
        books.find_leaf(leaf_id=leaf_id, note=note, by=request.actor, at=request.at)
        messages.success(request, _("Đã ghi là tìm thấy. Tờ này dùng được."))
        return redirect("office:leaf", leaf_id=leaf_id)

    return _answer(request, found, lambda **more: show_leaf(request, leaf_id, **more))


@never_cache
@book_keepers_only
@require_POST
def outage(request: Viewed) -> HttpResponse:
    """Log an outage: one that lasts, or one that is over."""

    def log() -> HttpResponse:
        over = request.POST.get("over") == "yes"
        said = Reported(
            what=request.POST.get("what", ""),
            began_at=typed_moment(request.POST, "began"),
            ended_at=_end(request) if over else None,
            handwritten=_number(request, "handwritten") if over else None,
            note=request.POST.get("note", "")[:500],
        )
        outages.log_outage(said=said, by=request.actor, at=request.at)
        messages.success(request, _("Đã ghi sự cố."))
        return redirect("office:offline")

    return _answer(request, log, lambda **more: show_offline(request, opened="outage", **more))


@never_cache
@book_keepers_only
@require_POST
def outage_ending(request: Viewed, outage_id: UUID) -> HttpResponse:
    """Say that an outage is over, and how many receipts were written by hand."""

    def end() -> HttpResponse:
        outages.end_outage(
            outage_id=outage_id,
            ended_at=typed_moment(request.POST, "ended"),
            handwritten=_number(request, "handwritten"),
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Đã ghi là hết sự cố."))
        return redirect("office:offline")

    return _answer(request, end, lambda **more: show_offline(request, opened="ending", **more))


def _end(request: Viewed) -> datetime:
    ended = typed_moment(request.POST, "ended")
    if ended is None:
        raise Incomplete([("ended", _("Cần ghi lúc hết sự cố."))])
    return ended


def _answer(request: Viewed, do: Callable[[], HttpResponse], show: Show) -> HttpResponse:
    try:
        return do()
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return show(status=422, problems=problems, typed=_typed(request))
    except NotAllowed as error:
        return show(status=409, problems={"": _(str(error))}, typed=_typed(request))


def _typed(request: Viewed) -> dict[str, str]:
    """Give what was typed, dates joined, for the form to show again."""
    typed = {name: str(value)[:500] for name, value in request.POST.items()}
    return typed | {name: typed_date(request.POST, name) for name in ("began", "ended")}


def _number(request: Viewed, name: str) -> int | None:
    text = request.POST.get(name, "").strip()
    return int(text) if text.isdecimal() and len(text) < 6 else None

"""The page of days without a line, a receipt book, and one of its leaves."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names
from motcua.counter.errors import NotFound
from motcua.counter.queries import books as books_of
from motcua.counter.queries.outages import offline as offline_of
from motcua.counter.queries.outages import outages
from motcua.counter.rules.books import FATES, FEWEST, MOST, receives
from motcua.counter.rules.outages import WHATS
from motcua.directory.queries import agency_known
from motcua.dossiers.queries.codes import codes_of
from motcua.kernel.zone import local
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.office.offline.guard import book_keepers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

FATE_SIGNS = {"unused": "neutral", "used": "done", "spoiled": "stopped", "lost": "late"}
NONE: dict[str, Any] = {"problems": {}, "typed": {}, "opened": ""}


@never_cache
@book_keepers_only
@require_GET
def offline(request: Viewed) -> HttpResponse:
    """Show the outage that lasts, what is still to be entered, the books, and the log."""
    return show_offline(request)


def show_offline(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the page, with what went wrong in a form if something did."""
    lines, held = outages(request.actor), books_of.books(request.actor)
    names = {one.outage.logged_by for one in lines} | {one.book.made_by for one in held}
    now = local(request.at)
    context = {
        **NONE,
        "outages": lines,
        "books": held,
        "covers": _covers(held, now.date()),
        "names": officer_names(names),
        "whats": list(WHATS.items()),
        "what_words": WHATS,
        "reminder": offline_of(request.actor),
        "receives": receives(request.actor),
        "sizes": (FEWEST, MOST),
        "now": {"day": now.date().isoformat(), "clock": f"{now:%H:%M}"},
        **place(request),
        **more,
    }
    return render(request, "office/offline/offline.html", context, status=status)


def _covers(held: list[books_of.BookView], on: date) -> dict[str, str]:
    """Name the agencies that stand on the covers of books that a reform has moved."""
    ids = {one.book.cover_agency for one in held if one.book.cover_agency}
    return {one: found.name if (found := agency_known(one, on)) else one for one in ids}


@never_cache
@officers_only
@require_GET
def book(request: Viewed, book_id: UUID) -> HttpResponse:
    """Show a book with its leaves and whether they add up."""
    try:
        view = books_of.book(request.actor, book_id)
    except NotFound as error:
        raise Http404 from error
    context = {
        "view": view,
        "names": officer_names(_people(view)),
        "codes": codes_of([line.entry.dossier_id for line in view.lines if line.entry]),
        "fates": FATES,
        "signs": FATE_SIGNS,
        "prints": receives(request.actor) and view.book.agency_id == request.actor.unit,
        "keeps": view.book.agency_id == request.actor.unit,
        **place(request),
    }
    return render(request, "office/offline/book.html", context)


@never_cache
@book_keepers_only
@require_GET
def leaf(request: Viewed, leaf_id: UUID) -> HttpResponse:
    """Show a leaf and what can be said of it."""
    return show_leaf(request, leaf_id)


def show_leaf(request: Viewed, leaf_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the page of a leaf, with what went wrong in a form if something did."""
    try:
        line = books_of.line_of(request.actor, leaf_id)
    except NotFound as error:
        raise Http404 from error
    people = {who for one in line.losses for who in (one.by, one.found_by) if who}
    context = {
        **NONE,
        "line": line,
        "fates": FATES,
        "signs": FATE_SIGNS,
        "names": officer_names(people | ({line.entry.entered_by} if line.entry else set())),
        "receives": receives(request.actor),
        **place(request),
        **more,
    }
    return render(request, "office/offline/leaf.html", context, status=status)


def _people(view: books_of.BookView) -> set[str]:
    losses = {one.by for line in view.lines for one in line.losses}
    return {view.book.made_by, *losses, *(line.entry.entered_by for line in view.lines if line.entry)}

"""Exercises: begun and looked at by a tap; the text says where to go, the work is done on the real pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.queries import officer_names
from motcua.directory.queries import agency_known
from motcua.kernel.worktime import ZONE
from motcua.training.errors import NotFound
from motcua.training.operations.practising import begin, look
from motcua.training.queries.ground import is_ground
from motcua.training.queries.practices import Standing, latest, learners, standings
from motcua.training.rules.exercises import BY_SLUG, exercises_for
from motcua.training.rules.exercises.shape import Exercise
from motcua.training.rules.permits import learns, watches
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

NONE = Standing(None, None)
View = Callable[..., HttpResponseBase]


def on_ground(view: View) -> View:
    """Let a page exist on a training ground alone, for officers who learn there."""

    @wraps(view)
    def guarded(request: Viewed, **named: str) -> HttpResponseBase:
        if not (settings.TRAINING and learns(request.actor) and is_ground()):
            raise Http404
        try:
            return view(request, **named)
        except NotFound as error:
            raise Http404 from error

    return never_cache(officers_only(guarded))


@on_ground
@require_GET
def exercises(request: Viewed) -> HttpResponse:
    """List the viewer's exercises, what is done and how long each takes."""
    ours, known = exercises_for(request.actor.roles), standings(request.actor)
    lines = [(one, known.get(one.slug, NONE)) for one in ours]
    context = {
        "lines": lines,
        "done": sum(stand.done_at is not None for _one, stand in lines),
        "minutes": sum(one.minutes for one in ours),
        "watches": watches(request.actor),
        **place(request),
    }
    return render(request, "office/training/training.html", context)


@on_ground
@require_GET
def exercise(request: Viewed, slug: str) -> HttpResponse:
    """Show one exercise with what was prepared for it."""
    return _show(request, slug)


@on_ground
@require_POST
def beginning(request: Viewed, slug: str) -> HttpResponse:
    """Prepare it, and show it."""
    begin(exercise=slug, by=request.actor, at=request.at)
    return redirect("office:exercise", slug=slug)


@on_ground
@require_POST
def looking(request: Viewed, slug: str) -> HttpResponse:
    """Look at what was done: right, or what is still missing."""
    left = look(exercise=slug, by=request.actor, at=request.at)
    if left:
        return _show(request, slug, left=left, status=422)
    return redirect("office:exercise", slug=slug)


@on_ground
@require_GET
def progress(request: Viewed) -> HttpResponse:
    """Show who has done what, to the head of an agency and to the Office."""
    if not watches(request.actor):
        raise Http404
    found, on = learners(request.actor), request.at.astimezone(ZONE).date()
    places = {one.agency_id: agency_known(one.agency_id, on) for one in found}
    context = {
        "learners": found,
        "names": officer_names({str(one.account_id) for one in found}),
        "places": {key: one.name if one else key for key, one in places.items()},
        "titles": {one.slug: one.title for one in BY_SLUG.values()},
        **place(request),
    }
    return render(request, "office/training/progress.html", context)


def _show(request: Viewed, slug: str, *, left: list[str] | None = None, status: int = 200) -> HttpResponse:
    one = next((each for each in exercises_for(request.actor.roles) if each.slug == slug), None)
    if one is None:
        raise NotFound
    row = latest(request.actor, slug)
    said = _said(row.said) if row else {}
    following = _following(request, slug)
    context = {
        "one": one,
        "practice": row,
        "situation": _pieces(one.situation, said),
        "steps": [_pieces(step, said) for step in one.steps],
        "left": left or [],
        "work": reverse(f"office:{PAGES[one.page]}"),
        "following": following,
        **place(request),
    }
    return render(request, "office/training/exercise.html", context, status=status)


PAGES = {
    "desk": "desk",
    "counter": "counter",
    "papers": "handing",
    "offline": "offline",
    "evening": "evening",
    "staff": "staff",
    "contacts": "contacts",
    "support": "support",
}
"""Where an exercise is done, by the word the exercises use."""


def _following(request: Viewed, slug: str) -> Exercise | None:
    """Give the next exercise that is not done yet."""
    known, ours = standings(request.actor), exercises_for(request.actor.roles)
    at = [one.slug for one in ours].index(slug)
    order = [*ours[at + 1 :], *ours[:at]]
    return next((one for one in order if known.get(one.slug, NONE).done_at is None), None)


def _said(said: dict[str, Any]) -> dict[str, str]:
    codes = said.get("codes", [])
    words = {name: text for name, text in said.items() if name != "codes"}
    return {**words, "code": codes[0] if codes else "", "codes": ", ".join(codes)}


def _pieces(text: str, said: dict[str, str]) -> list[tuple[str, bool]]:
    """Fill in what was prepared, and tell the words of the screen (between `**`) from the others."""
    for name, words in said.items():
        text = text.replace(f"{{{name}}}", words)
    return [(piece, odd % 2 == 1) for odd, piece in enumerate(text.split("**"))]

"""The counter's one page. Enter fills in what is known and goes on; only the last button receives."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from motcua.catalogue.queries import Offered, VersionFacts, form_of, received_by, version_in_force
from motcua.catalogue.rules.matching import asked_on_paper, cases
from motcua.counter.operations.visits import Arrival, note_visit, receive_visitor
from motcua.counter.queries.remote import remote
from motcua.counter.rules.visits import OUTCOMES, REASONS, UNASKED
from motcua.dossiers.errors import Incomplete, NotAllowed
from motcua.dossiers.queries.codes import Filed
from motcua.dossiers.queries.counter import used_lately
from motcua.dossiers.queries.receipts import ON_PAPER
from motcua.dossiers.rules.permits import may_take_in
from motcua.kernel.ids import uuid7
from motcua.kernel.worktime import ZONE
from motcua.web.office.counter import late, looking
from motcua.web.office.counter.printing import guidance
from motcua.web.office.counter.typed import Typed, blank, case_of, counts_in, typed_in
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.office.offline.pulse import from_outbox, written_at
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

USUAL = 6


@never_cache
@officers_only
@require_GET
def counter(request: Viewed) -> HttpResponse:
    """Open the form for the next person, with a procedure or a search for one if the address names it."""
    if not may_take_in(request.actor):
        raise Http404
    asked = {name: request.GET.get(name, "")[:200] for name in ("q", "leaf")}
    typed = blank(uuid7(request.at)) | asked
    if typed["q"] or request.GET.get("procedure"):
        typed["procedure"] = request.GET.get("procedure", "")[:30]
        return _show(request, looking.up(request, typed))
    return _show(request, looking.Seen(typed, focus="owner.number"))


@never_cache
@officers_only
@require_POST
def visit(request: Viewed) -> HttpResponse:
    """Go on with the visit: look up, receive, or end it without a dossier."""
    if not may_take_in(request.actor):
        raise Http404
    typed = typed_in(request.POST)
    if not _is_id(typed["id"]):
        typed["id"] = str(uuid7(request.at))
    match request.POST.get("do", ""):
        case "receive":
            return _receive(request, typed)
        case "guide" | "remote" | "asked" as how:
            return _end(request, typed, "guided" if how == "guide" else how)
    return _show(request, looking.up(request, typed))


@never_cache
@officers_only
@require_GET
def procedures(request: Viewed) -> HttpResponse:
    """Suggest the agency's own procedures while one types."""
    if not may_take_in(request.actor):
        raise Http404
    hits = looking.offered(request, request.GET.get("q", "")[:200])
    return render(request, "office/counter/suggestions.html", {"hits": hits})


def _receive(request: Viewed, typed: Typed) -> HttpResponse:
    facts = _facts(request, typed)
    try:
        case = case_of(typed, request.POST, [one.seq for one in facts.components] if facts else [])
        if typed["leaf"]:
            return _entered_late(request, late.enter(request, typed, case))
        case = replace(case, received_at=written_at(request))
        filed = receive_visitor(case=case, reason=_reason(typed), by=request.actor, at=request.at)
    except Incomplete as error:
        problems = {name: _(text) for name, text in error.problems}
        return _show(request, looking.Seen(typed, problems=_placed(problems)))
    except NotAllowed as error:  # the page was made for another agency
        raise Http404 from error
    receipt = reverse("office:counter_receipt", args=[case.id])
    return JsonResponse({"code": filed.code, "href": receipt}) if from_outbox(request) else redirect(receipt)


def _entered_late(request: Viewed, filed: Filed) -> HttpResponse:
    """Go to the dossier: its receipt is in the person's hands already."""
    messages.success(request, _("Hồ sơ %(code)s đã được nhập.") % {"code": filed.code})
    return redirect("office:dossier", dossier_id=filed.dossier_id)


def _reason(typed: Typed) -> str:
    """Give the reason that was chosen; one that is not in the list was not chosen on the page."""
    return typed["reason"] if typed["reason"] in REASONS else UNASKED


def _placed(problems: dict[str, str]) -> dict[str, str]:
    """Name the fields as on the page: a procedure is typed into the search."""
    return {"q" if name == "procedure" else name: text for name, text in problems.items()}


def _end(request: Viewed, typed: Typed, outcome: str) -> HttpResponse:
    """End a visit without a dossier; who is told what is missing takes that along in writing."""
    facts = _facts(request, typed)
    if outcome == "guided" and facts is None:
        return _show(request, looking.Seen(typed, problems={"q": _("Cần chọn thủ tục.")}))
    arrival = Arrival(
        page_id=UUID(typed["id"]),
        outcome=outcome,
        reason=_reason(typed),
        procedure=facts.code if facts else "",
    )
    note_visit(arrival=arrival, by=request.actor, at=request.at)
    if outcome == "guided" and facts is not None:
        return guidance(request, typed, facts, rows_of(request, typed, facts))
    messages.success(request, _("Đã ghi lượt đến: %(outcome)s.") % {"outcome": _(OUTCOMES[outcome])})
    return redirect("office:counter")


def _show(request: Viewed, seen: looking.Seen) -> HttpResponse:
    facts = _facts(request, seen.typed)
    on = request.at.astimezone(ZONE).date()
    context = {
        "seen": seen,
        "typed": seen.typed,
        "problems": seen.problems,
        "facts": facts,
        "rows": rows_of(request, seen.typed, facts) if facts else [],
        "cases": cases(facts.components) if facts else (),
        "remote": remote(facts.code, request.actor.unit or "", on) if facts else None,
        "usual": [] if facts or seen.hits else _usual(request),
        "lacks": any(name.startswith("component-") for name in seen.problems),
        "reasons": REASONS,
        **late.shown(request, seen.typed),
        **place(request),
    }
    return render(request, "office/counter/counter.html", context, status=422 if seen.problems else 200)


def rows_of(request: Viewed, typed: Typed, facts: VersionFacts) -> list[dict[str, Any]]:
    """List the papers to be counted in this case, the required ones first, each with what was typed for it."""
    asked = asked_on_paper(form_of(facts), facts.components, typed["case"])
    listed = sorted((one for one in asked if one.kind in ON_PAPER), key=lambda one: ON_PAPER.index(one.kind))
    return [{"paper": one, "counts": counts_in(request.POST, one.seq)} for one in listed]


def _usual(request: Viewed) -> list[Offered]:
    """List the agency's procedures used most lately."""
    used = used_lately(request.actor, request.at)
    on = request.at.astimezone(ZONE).date()
    own = [one for one in received_by(request.actor.unit or "", on) if one.code in used]
    return sorted(own, key=lambda one: -used[one.code])[:USUAL]


def _facts(request: Viewed, typed: Typed) -> VersionFacts | None:
    return (
        version_in_force(typed["procedure"], request.at.astimezone(ZONE).date())
        if typed["procedure"]
        else None
    )


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True

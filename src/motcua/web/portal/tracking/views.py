"""A filed dossier's page: how it stands, what is asked of the owner, and what has happened."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.accounts.queries import officer_names
from motcua.catalogue.queries import VersionFacts, form_of, version
from motcua.catalogue.rules.forms import summary
from motcua.directory.queries import agency_known
from motcua.dossiers.models import Apology, Document
from motcua.dossiers.queries.apologies import record_of
from motcua.dossiers.queries.explaining import why_due
from motcua.dossiers.queries.helping import help_with
from motcua.dossiers.queries.papers import papers_to_owner
from motcua.dossiers.queries.results import results_of
from motcua.dossiers.queries.timeline import Moment, timeline
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules.holds import HoldEnd
from motcua.dossiers.rules.permits import may_end_help
from motcua.dossiers.rules.workflow import Act
from motcua.messages.queries import Sent, sent_in_thread
from motcua.web.portal.filing.opening import unit_name
from motcua.web.portal.people import today
from motcua.web.portal.tracking.lookup import ask
from motcua.web.portal.tracking.standing import Seen, seen
from motcua.web.portal.tracking.states import state_of
from motcua.web.shared.environment import lang
from motcua.web.shared.formats import day_short, moment_short
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached_for
from motcua.web.shared.viewer import Viewed

SIGNS = {
    "dossiers.DossierSubmitted": "new",
    "dossiers.DossierTakenIn": "done",
    "dossiers.DossierReceived": "done",
    "dossiers.DossierRefused": "late",
    "dossiers.SupplementAsked": "waiting",
    "dossiers.SupplementNearDue": "waiting",
    "dossiers.SupplementOverdue": "late",
    "dossiers.SupplementAnswered": "done",
    "dossiers.ResultIssued": "done",
    "dossiers.ResultReturned": "done",
    "dossiers.ResultUncollected": "waiting",
    "dossiers.PapersReturned": "done",
    "dossiers.DossierStopped": "late",
    "dossiers.WithdrawalAsked": "waiting",
    "dossiers.PaymentAsked": "waiting",
    "dossiers.PaymentConfirmed": "done",
    "dossiers.DossierSuspended": "waiting",
    "dossiers.DossierResumed": "done",
    "dossiers.DossierNearDue": "waiting",
    "dossiers.ApologySent": "waiting",
    "dossiers.DossierOverdue": "late",
}


@never_cache
@require_safe
def dossier(request: Viewed, code: str) -> HttpResponse:
    """Show the dossier to its owner; ask everybody else for the secret, whether or not there is such a code."""
    found = seen(request, code)
    if found is None:
        return ask(request, code)
    return render(request, "portal/tracking/dossier.html", page_of(request, found))


def page_of(request: Viewed, found: Seen) -> dict[str, Any]:
    """Gather the page: one read per room."""
    view, on = found.view, today(request)
    facts = version(view.dossier.version_id)
    moments = timeline(view.dossier.id, audience="citizen")
    holder = str(view.dossier.holder_id or "")
    place = agency_known(view.dossier.agency_id, on)
    agency = place.name if place else view.dossier.agency_id
    since = moments[-1].at if moments else view.dossier.submitted_at
    officer = officer_names({holder}).get(holder, "") if holder else ""
    return {
        "view": view,
        "dossier": view.dossier,
        "facts": facts,
        "agency": agency,
        "places": reached_for(view.dossier.agency_id, request.at),
        "state": state_of(view, agency, officer, since, request.at),
        "why": why_due(view.dossier, view.holds, lang()),
        "record": record_of(view.dossier, request.at),
        "apologies": _apologies(view),
        "today": on,
        "supplement": view.open_hold("supplement"),
        "money": view.open_hold("money") if view.dossier.ended_at is None else None,
        "suspended": view.open_hold("suspension") if view.dossier.ended_at is None else None,
        "owed_back": [one for one in view.holds if one.end == HoldEnd.OWED_BACK],
        "withdrawing": view.open_hold("withdrawal"),
        "can_withdraw": Act.ASK_WITHDRAWAL in view.acts,
        "can_answer": Act.ANSWER_SUPPLEMENT in view.acts,
        "results": view.of_kind("result"),
        "issued": {one.id: one for one in results_of(view.dossier.id, request.at)},
        "events": events(view, moments, agency),
        "answers": _answers(view, facts, on),
        "letters": papers_to_owner(view),
        "papers": filed_papers(view),
        "helped": help_with(view.dossier),
        "can_end_help": may_end_help(found.by, view.standing, holds_secret=found.holds_secret),
    }


def _apologies(view: View) -> list[tuple[int, Apology, str]]:
    """List the letters of apology with their ordinal and reason."""
    reasons = {one.id: one.text for one in view.remarks}
    return [(place, one, reasons.get(one.remark_id, "")) for place, one in enumerate(view.apologies, start=1)]


def filed_papers(view: View) -> list[Document]:
    """List the files of the dossier by paper, in the order in which they were given."""
    filed = view.of_kind("component") + [one for one in view.of_kind("supplement") if one.sent_at]
    return sorted(filed, key=lambda one: (one.component, one.file_id))


def _answers(view: View, facts: VersionFacts, on: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    if facts.form_id is None:
        return []
    return summary(form_of(facts), view.dossier.answers, lang(), unit_name=unit_name(on))


def events(view: View, moments: list[Moment], agency: str) -> list[dict[str, Any]]:
    """Give the timeline, newest first: what happened, by whom, with the reasons, and which messages went out."""
    happened = [
        {
            "at": one.at,
            "what": one.label,
            "who": agency if one.actor_kind == "officer" else "",
            "kind": SIGNS.get(one.name, "neutral"),
            "note": _by_hand(one) or _reason(view, one),
        }
        for one in moments
    ]
    happened += [_message(one) for one in sent_in_thread(view.dossier.id)]
    return sorted(happened, key=_when, reverse=True)


def _when(event: dict[str, Any]) -> datetime:
    at: datetime = event["at"]
    return at


def _by_hand(moment: Moment) -> str:
    """Tell both moments of a reception by hand: when it was, and when it was entered."""
    if moment.received_by_hand_at is None:
        return ""
    both = {"received": moment_short(moment.received_by_hand_at), "entered": moment_short(moment.at)}
    return _("Tiếp nhận lúc %(received)s, nhập vào hệ thống lúc %(entered)s.") % both


def _reason(view: View, moment: Moment) -> str:
    """Give the public reason that belongs to what happened, if there is one."""
    wanted = moment.facts.get("remark_id")
    return next((one.text for one in view.remarks if str(one.id) == str(wanted)), "")


def _message(one: Sent) -> dict[str, Any]:
    if one.channel == "slip":
        return _slip(one)
    how = _("%(way)s tới %(address)s") % {"way": _(one.channel_label), "address": one.address}
    return {"at": one.at, "what": one.what, "who": f"{how} · {_(one.label)}", "kind": "neutral", "note": ""}


def _slip(one: Sent) -> dict[str, Any]:
    said = _("Đã lập phiếu báo giấy, chờ trao tận tay")
    if one.handed_on:
        said = _("Đã in phiếu báo, trao ngày %(day)s") % {"day": day_short(one.handed_on)}
    return {"at": one.at, "what": one.what, "who": said, "kind": "neutral", "note": ""}

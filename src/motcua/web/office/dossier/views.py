"""The dossier's page for officers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import Colleague, colleagues, officer_names, party_contact, party_number
from motcua.catalogue.queries import form_of, version
from motcua.directory.queries import agencies, agency, agency_known, unit_namer
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import GivenPaper
from motcua.dossiers.queries.apologies import open_draft, record_of
from motcua.dossiers.queries.asking import askable_papers, asking
from motcua.dossiers.queries.explaining import why_due
from motcua.dossiers.queries.helping import help_with
from motcua.dossiers.queries.opinions import opinions_of
from motcua.dossiers.queries.papers import papers_of
from motcua.dossiers.queries.results import Issued, results_by_digest, results_of
from motcua.dossiers.queries.signing import signing_order, signs_here
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import View, dossier_for
from motcua.dossiers.rules.permits import may_digitise, may_reprint, oversees, sees_inside, works_at
from motcua.dossiers.rules.results import WORDS
from motcua.dossiers.rules.workflow import AT_WORK, Act, Stage
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.messages.queries import sent_in_thread
from motcua.web.office.desk.views import place, way_back
from motcua.web.office.dossier.declared import declared
from motcua.web.office.dossier.hands import hands
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def dossier(request: Viewed, dossier_id: UUID) -> HttpResponse:
    """Show a dossier of the officer's own agency (or any, to oversight)."""
    return show(request, dossier_id)


def show(request: Viewed, dossier_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the page, with what went wrong in an act if something did."""
    view = seen_by(request, dossier_id)
    note_read(request.actor, [("dossier", str(dossier_id))], "dossier", request.at)
    none: dict[str, Any] = {"problems": {}, "typed": {}, "opened": "", "typed_words": []}
    context = {**none, **page_of(request, view), **place(request), "back": way_back(request), **more}
    return render(request, "office/dossier/dossier.html", context, status=status)


def seen_by(request: Viewed, dossier_id: UUID) -> View:
    """Read the dossier for this officer; a stranger is told that there is no such page.

    An officer elsewhere who helped the owner to file follows it as any helper does: in the portal.
    """
    try:
        view = dossier_for(request.actor, dossier_id)
    except NotFound as error:
        raise Http404 from error
    if not sees_inside(request.actor, view.standing):
        raise Http404
    return view


def page_of(request: Viewed, view: View) -> dict[str, Any]:
    """Gather what the page shows, one read per room."""
    facts, lang = version(view.dossier.version_id), get_language() or "vi"
    on = request.at.astimezone(ZONE).date()
    filed_on = view.dossier.submitted_at.astimezone(ZONE).date()
    moments, asked = timeline(view.dossier.id, audience="officer"), opinions_of(view)
    officers = {one.actor_id for one in moments if one.actor_kind == "officer"}
    if view.dossier.holder_id:
        officers.add(str(view.dossier.holder_id))
    return {
        "view": view,
        "facts": facts,
        "answers": declared(form_of(facts), view.dossier.answers, lang, unit_name=unit_namer(filed_on)),
        "number": party_number(view.owner),
        "contacts": [
            one for kind in ("sms", "mail") if (one := party_contact(view.submitter or view.owner, kind))
        ],
        "papers": _papers(view, facts),
        "channel": view.dossier.origin.channel,
        "askable": askable_papers(view.dossier) if Act.ASK_SUPPLEMENT in view.acts else {},
        "moments": moments,
        "names": officer_names(officers),
        "messages": sent_in_thread(view.dossier.id),
        "why": why_due(view.dossier, view.holds, lang),
        "asking": asking(view.dossier.procedure, view.dossier.agency_id, request.at),
        "colleagues": _handlers(request.actor, view, on),
        "opinions": asked,
        "asked_names": {one.agency_id: _name_of(one.agency_id, on) for one in asked},
        "other_agencies": agencies(on) if Act.ASK_OPINION in view.acts else [],
        "signers": _signers(request.actor, view, on),
        "order": signing_order(view),
        "signs_here": signs_here(),
        "decides": agency(view.dossier.agency_id, on),
        "legal_papers": papers_of(view),
        "results": results_of(view.dossier.id, request.at),
        "genuine": _genuine(view, request.at),
        "result_words": WORDS,
        "record": record_of(view.dossier, request.at),
        "draft": open_draft(view.dossier.id) if view.standing.signers else None,
        "helped": help_with(view.dossier),
        "digitises": may_digitise(request.actor, view.dossier.agency_id),
        **hands(request.actor, view),
        "reprints": may_reprint(request.actor, view.standing),
        "read_only": oversees(request.actor) and not works_at(request.actor, view.dossier.agency_id),
    }


def _handlers(viewer: Actor, view: View, on: date) -> list[Colleague]:
    """List the colleagues who may be given a dossier to handle."""
    if not works_at(viewer, view.dossier.agency_id):
        return []
    wanted = AT_WORK[Stage.HANDLING] | {"head"}
    return [one for one in colleagues(viewer, on) if not one.roles.isdisjoint(wanted)]


def _genuine(view: View, at: datetime) -> dict[UUID, Issued]:
    """Tell which of the files that came in are results that were issued here, byte for byte."""
    filed = view.of_kind("component") + view.of_kind("supplement")
    known = results_by_digest([bytes(one.file.sha256) for one in filed], at) if filed else {}
    return {one.id: known[digest] for one in filed if (digest := bytes(one.file.sha256)) in known}


def _name_of(agency_id: str, on: date) -> str:
    found = agency_known(agency_id, on)
    return found.name if found else agency_id


def _signers(viewer: Actor, view: View, on: date) -> list[Colleague]:
    """List the colleagues who may sign a result."""
    if Act.PREPARE_RESULT not in view.acts:
        return []
    return [one for one in colleagues(viewer, on) if not one.roles.isdisjoint({"approver", "head"})]


def _papers(view: View, facts: Any) -> list[dict[str, Any]]:
    """List the components of the procedure with what was given of each, on paper and as files, then other files."""
    filed = view.of_kind("component") + view.of_kind("supplement")
    known = {one.seq for one in facts.components}
    given = {one.component: one for one in GivenPaper.objects.filter(dossier=view.dossier)}
    blocks = [
        {
            "component": one,
            "seq": one.seq,
            "files": [file for file in filed if file.component == one.seq],
            "given": given.get(one.seq),
        }
        for one in facts.components
    ]
    others = [file for file in filed if file.component not in known]
    return blocks + ([{"component": None, "seq": 0, "files": others, "given": None}] if others else [])

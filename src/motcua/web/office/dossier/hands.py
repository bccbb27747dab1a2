"""What of a dossier is of paper: where it lies, who took what was handed out, and who may take something now."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.custody.queries.handovers import kept_of
from motcua.custody.rules.ways import PLACES, THINGS, Place
from motcua.dossiers.queries.handouts import HandedOut, handouts_of
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules.handouts import SHOWN, WHO, takers
from motcua.dossiers.rules.permits import may_return_papers
from motcua.kernel.actors import Actor


def hands(viewer: Actor, view: View) -> dict[str, Any]:
    """Gather it for the dossier's page."""
    dossier = view.dossier
    kept = kept_of(dossier.id)
    papers = next((one.place for one in kept if one.thing == "papers"), "")
    by_another = dossier.submitter_id not in (None, dossier.owner_id)
    given = handouts_of(viewer, dossier.agency_id, [dossier.id])
    return {
        "kept": kept,
        "things": THINGS,
        "lies_at": PLACES,
        "papers_here": papers == Place.ONE_STOP,
        "papers_there": papers == Place.UNIT,
        "returns_papers": may_return_papers(viewer, view.standing),
        "taken": {str(one.id): taken(one) for one in given},
        "takers": [(who, WHO[who]) for who in takers(by_another=by_another)],
        "showable": list(SHOWN.items()),
    }


def taken(one: HandedOut) -> str:
    """Say who took it and what was shown."""
    name = f" – {one.name}" if one.name else ""
    number = f" ({one.number})" if one.number else ""
    shown = "; ".join(_(kind) for kind in one.shown)
    who = f"{_(one.who)}{name}{number}"
    return _("Người nhận: %(who)s. Đã xem: %(shown)s.") % {"who": who, "shown": shown}

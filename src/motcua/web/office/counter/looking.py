"""Enter at the counter: what a card, a number, a name or two letters bring onto the page, and where to go on."""

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.accounts.models import Party
from motcua.accounts.queries import known_party
from motcua.accounts.rules.cards import read_card
from motcua.catalogue.queries import Offered, meant_by, receives, version_in_force
from motcua.catalogue.search import suggest
from motcua.dossiers.queries.counter import known_by_name, known_owner, used_lately
from motcua.kernel.references import identity_normal
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.counter.typed import Typed, from_card, from_party
from motcua.web.shared.viewer import Viewed

OFFERED = 8


@dataclass
class Seen:
    """What was typed, with what was found for it, and the field to go on with."""

    typed: Typed
    problems: dict[str, str] = field(default_factory=dict)
    people: list[Party] = field(default_factory=list)
    hits: list[Offered] = field(default_factory=list)
    focus: str = ""


def up(request: Viewed, typed: Typed) -> Seen:
    """Look up the person and the procedure."""
    seen = Seen(_person(request, typed))
    if not seen.typed["owner.number"] and not request.POST.get("known"):
        seen.people = _named(request, seen.typed["owner.name"])
    _procedure(request, seen)
    seen.focus = _next(seen)
    return seen


def offered(request: Viewed, letters: str) -> list[Offered]:
    """List the agency's own procedures that these letters mean, and after them those that these words describe."""
    unit, on = request.actor.unit or "", request.at.astimezone(ZONE).date()
    found = meant_by(letters, unit, on, used_lately(request.actor, request.at), OFFERED)
    known = {one.code for one in found}
    words = (hit for hit in suggest(letters, on) if hit.code not in known) if len(letters) > 2 else ()
    more = [Offered(hit.code, hit.name, "", ()) for hit in words if receives(hit.code, unit, on)]
    return (found + more)[:OFFERED]


def _person(request: Viewed, typed: Typed) -> Typed:
    card = read_card(typed["owner.number"])
    typed = from_card(typed, card) if card else typed
    chosen = _chosen(request)
    one = chosen or known_party(identity_normal(typed["owner.number"]))
    if one is None:
        return typed
    note_read(request.actor, [("party", str(one.id))], "counter", request.at)
    return from_party(typed | ({"owner.name": ""} if chosen else {}), one)


def _chosen(request: Viewed) -> Party | None:
    try:
        return known_owner(request.actor, UUID(request.POST.get("known", "")))
    except ValueError:
        return None


def _named(request: Viewed, name: str) -> list[Party]:
    people = known_by_name(request.actor, name)
    if people:
        note_read(request.actor, [("party", str(one.id)) for one in people], "counter", request.at)
    return people


def _procedure(request: Viewed, seen: Seen) -> None:
    """Take the procedure that was chosen, or the only one that the letters mean; else offer what they mean."""
    typed, on = seen.typed, request.at.astimezone(ZONE).date()
    before = typed["procedure"]
    if "choose" in request.POST:
        typed["procedure"] = request.POST["choose"][:30]
    if not typed["procedure"] and typed["q"] and "choose" not in request.POST:
        seen.hits = offered(request, typed["q"])
        if len(seen.hits) == 1:
            typed["procedure"] = seen.hits.pop().code
        elif not seen.hits:
            seen.problems["q"] = _("Không có thủ tục nào của cơ quan có chữ này.")
    facts = version_in_force(typed["procedure"], on) if typed["procedure"] else None
    if facts is None or not receives(typed["procedure"], request.actor.unit or "", on):
        typed["procedure"] = ""
    if typed["procedure"] != before:
        typed |= {"matter": facts.title if facts else "", "case": "", "q": ""}
    elif facts and not typed["matter"]:
        typed["matter"] = facts.title


def _next(seen: Seen) -> str:
    """Name the field where the officer goes on."""
    typed = seen.typed
    if seen.problems or seen.people or seen.hits:
        return "found"
    if not typed["owner.name"]:
        return "owner.name" if typed["owner.number"] else "owner.number"
    if typed["procedure"]:
        return "papers"
    return "q" if typed["owner.phone"] else "owner.phone"

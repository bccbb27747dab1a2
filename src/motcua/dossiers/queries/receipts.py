"""What a receipt says: the closed list of this very case with what was given of each paper, and the terms."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from motcua.catalogue.queries import VersionFacts, form_of, version
from motcua.catalogue.rules.matching import CASE_QUESTION, Asked, asked_on_paper
from motcua.dossiers.models import GivenPaper
from motcua.dossiers.queries.derived import limit_of
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules.papers import Case, Counted, Terms, receipt
from motcua.dossiers.rules.papers.receipt import FOUND, SHOWN
from motcua.kernel.words import money_words
from motcua.kernel.worktime.words import amount_words

ON_PAPER = ("required", "conditional", "presented")
RECEIVED = ("dossiers.DossierReceived", "dossiers.DossierTakenIn")


@dataclass(frozen=True, slots=True)
class Listed:
    """One paper of the closed list, what was handed in of it, and how many files came."""

    paper: Asked
    given: GivenPaper | None
    files: int


def listed(view: View, facts: VersionFacts) -> list[Listed]:
    """List the whole closed list of this case with what was given of each paper: by count, or in files."""
    given = {one.component: one for one in GivenPaper.objects.filter(dossier=view.dossier)}
    files = Counter(one.component for one in view.of_kind("component") + view.of_kind("supplement"))
    case = str(view.dossier.answers.get(CASE_QUESTION) or "")
    asked = asked_on_paper(form_of(facts), facts.components, case)
    return [
        Listed(one, given.get(one.seq), files[one.seq])
        for one in asked
        if one.kind in ON_PAPER or one.seq in files
    ]


def sets_of(view: View) -> int:
    """Tell how many sets of the papers were handed in; 0 where none was."""
    return view.dossier.entry.sets if hasattr(view.dossier, "entry") else 0


def receipt_values(view: View, case: Case, *, small: bool, receiver: str) -> Mapping[str, Any]:
    """Give the values of the receipt of a dossier that was received."""
    dossier, facts = view.dossier, version(view.dossier.version_id)
    limit = limit_of(dossier)
    terms = Terms(
        received=dossier.received_at or dossier.submitted_at,
        promised=dossier.promised_at,
        limit=amount_words(limit.amount, limit.unit, "vi") if limit else "",
        fees="; ".join(_fee(one) for one in facts.fees(dossier.origin.channel)[:3]),
        return_way=dossier.return_way,
        by_post=dossier.origin.channel == "post",
        sets=sets_of(view),
    )
    counted = [_counted(one) for one in listed(view, facts)]
    return receipt(case, counted, terms, receiver=receiver, small=small)


def receiver_of(view: View) -> str:
    """Name by id who took the dossier in; empty where nobody did."""
    moments = timeline(view.dossier.id, audience="officer")
    return next((one.actor_id for one in moments if one.name in RECEIVED), "")


def _fee(one: Any) -> str:
    amount = money_words(one.fee_amount, "vi") if one.fee_amount else "không thu"
    return f"{amount} ({one.fee_note})" if one.fee_note else amount


def _counted(one: Listed) -> Counted:
    if one.given is None:
        note = SHOWN if one.paper.kind == "presented" and not one.files else ""
        return Counted(one.paper.name, files=one.files, note=note)
    return Counted(
        one.paper.name,
        originals=one.given.originals,
        certified=one.given.certified,
        copies=one.given.copies,
        files=one.files,
        note=FOUND if one.given.looked_up else "",
    )

"""What a request for papers may ask for, and until when it must be answered."""

from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue.queries import form_of, version
from motcua.catalogue.rules.forms import plain_answers
from motcua.catalogue.rules.matching import askable
from motcua.directory.queries import PeriodFacts, period, work_calendar
from motcua.dossiers.models import Document, Dossier, GivenPaper
from motcua.dossiers.rules.supplements import Term, term
from motcua.kernel.worktime import ZONE


@dataclass(frozen=True, slots=True)
class Asking:
    """The row that says how long, and the term counted from it (None where it cannot be counted)."""

    rule: PeriodFacts
    term: Term | None


def asking(procedure: str, agency_id: str, at: datetime) -> Asking | None:
    """Give the term of a request made at a moment; None where no row says how long."""
    on = at.astimezone(ZONE).date()
    rule = period("supplement_answer", on, procedure)
    if rule is None:
        return None
    lead = period("supplement_reminder", on, procedure)
    return Asking(rule, term(at, rule.limit, lead.limit if lead else None, work_calendar(agency_id, on)))


def term_of(dossier: Dossier, at: datetime) -> dict[str, object]:
    """Give the columns that say until when to answer: the request keeps the rule of the day it was made."""
    asked = asking(dossier.procedure, dossier.agency_id, at)
    if asked is None or asked.term is None:
        return {}
    return {
        "answer_by": asked.term.answer_by,
        "remind_at": asked.term.remind_at,
        "after": asked.rule.after,
    }


def askable_papers(dossier: Dossier) -> dict[int, str]:
    """Give number and name of each paper that may be asked for: those of its case, and those already given."""
    facts = version(dossier.version_id)
    fitting = {one.seq for one in askable(form_of(facts), facts.components, plain_answers(dossier.answers))}
    sent = Document.objects.filter(dossier=dossier, taken_out_at=None).exclude(sent_at=None)
    fitting |= set(sent.exclude(kind="result").values_list("component", flat=True))
    fitting |= set(GivenPaper.objects.filter(dossier=dossier).values_list("component", flat=True))
    return {one.seq: one.name for one in facts.components if one.seq in fitting}

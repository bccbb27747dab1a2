"""The legal papers of a dossier, as the values of their forms: what stands in them, not how they look."""

from motcua.dossiers.rules.papers.case import Case, Person, moment_line
from motcua.dossiers.rules.papers.letters import Apology, apology, refusal, stop
from motcua.dossiers.rules.papers.receipt import Counted, Terms, receipt
from motcua.dossiers.rules.papers.slips import Leg, Wanted, control_slip, supplement

__all__ = [
    "Apology",
    "Case",
    "Counted",
    "Leg",
    "Person",
    "Terms",
    "Wanted",
    "apology",
    "control_slip",
    "moment_line",
    "receipt",
    "refusal",
    "stop",
    "supplement",
]

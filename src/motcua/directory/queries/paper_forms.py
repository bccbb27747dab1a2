"""Forms of legal papers on a day."""

from datetime import date

from motcua.directory.queries.facts import PaperFormFacts
from motcua.directory.queries.snapshot import snapshot
from motcua.directory.rules.dating import holding


def paper_form(key: str, on: date) -> PaperFormFacts | None:
    """Return the form of a paper as the circular of that day has it; None when there was no such paper."""
    row = holding(snapshot().paper_forms.get(key, ()), on)
    return None if row is None else PaperFormFacts(row.key, row.number, row.title, row.symbol, row.law)

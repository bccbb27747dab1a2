"""Which commune a form's answers speak of: that of the person whose case it is, else of the first address in it."""

from collections.abc import Iterator

from motcua.catalogue.rules.forms.evaluating import text_of
from motcua.catalogue.rules.forms.shapes import ELSEWHERE, Answers, FormFacts


def commune_of(form: FormFacts, answers: Answers) -> str:
    """Return the code of the commune, in the numbering of the day of the answers; empty when none is named."""
    owners = [one for one in form.sections if "owner" in one.roles]
    sections = [*owners, *(one for one in form.sections if one not in owners)]
    names = (
        question.names[0] for one in sections for question in one.questions if question.kind == "address"
    )
    return next(_named(names, answers), "")


def _named(names: Iterator[str], answers: Answers) -> Iterator[str]:
    found = (text_of(answers, name) for name in names)
    return (one for one in found if one and one != ELSEWHERE)

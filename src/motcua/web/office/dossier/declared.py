"""What was declared, as the officer who decides needs it: numbers and contacts of the people named in full."""

from collections.abc import Mapping
from typing import Any

from motcua.accounts.models import Party
from motcua.accounts.queries import parties, party_contact, party_number
from motcua.catalogue.rules.forms import FormFacts, summary
from motcua.catalogue.rules.forms.people import UnitName


def declared(
    form: FormFacts, answers: Mapping[str, Any], lang: str, *, unit_name: UnitName
) -> list[tuple[str, list[tuple[str, str]]]]:
    """List the sections with their answers; that the page was read is noted by whoever shows it."""
    named = {one["party"] for one in answers.values() if isinstance(one, Mapping) and "party" in one}
    known = parties(named)
    opened = {name: _opened(form, name, given, known) for name, given in answers.items()}
    return summary(form, opened, lang, unit_name=unit_name)


def _opened(form: FormFacts, name: str, given: Any, known: Mapping[str, Party]) -> Any:
    """Put the text in place of a sealed answer; one that belongs to no party stays masked."""
    party = known.get(given.get("party", "")) if isinstance(given, Mapping) else None
    question = form.question(name)
    if party is None or question is None:
        return given
    if question.kind in ("phone", "email"):
        contact = party_contact(party, "mail" if question.kind == "email" else "sms")
        return contact.address if contact else given
    return party_number(party) or given

"""Who is named in the answers, and the answers as they are kept: numbers and contacts out, references in."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from motcua.catalogue.rules.forms.evaluating import day_of, shown_answers, text_of, visible_sections
from motcua.catalogue.rules.forms.shapes import (
    ELSEWHERE,
    SECRET_KINDS,
    Answers,
    FormFacts,
    PersonAnswer,
    Sealed,
    Section,
)
from motcua.kernel.references import identity_normal, mask_identity, mask_phone, phone_normal

UnitName = Callable[[str], str]


def no_name(_unit: str) -> str:
    """Name no unit: addresses then show their detail only."""
    return ""


def people(form: FormFacts, answers: Answers, *, unit_name: UnitName = no_name) -> list[PersonAnswer]:
    """List those named in the answers who have a role, a number or a contact, in the order of the form.

    Exactly one is the submitter and one the owner (the same person may be both): where a later section that
    shows claims a role too (a firm for which somebody files), it takes the role over.
    """
    kept = shown_answers(form, answers)
    sections = [one for one in visible_sections(form, answers) if one.person]
    bearers = {
        role: one.key
        for one in sections
        if one.roles_if is None or one.roles_if.holds(kept)
        for role in one.roles
    }
    found = []
    for one in sections:
        roles = frozenset(role for role, bearer in bearers.items() if bearer == one.key)
        person = replace(_person(one, kept, unit_name), roles=roles)
        if roles or (person.name and (person.identity or person.phone or person.email)):
            found.append(person)
    return found


def sealed_answers(form: FormFacts, answers: Answers, party_ids: Mapping[str, str]) -> Sealed:
    """Copy the answers that count, with every number and contact as `{"party": id, "masked": text}`."""
    kept = shown_answers(form, answers)
    sealed: Sealed = dict(kept)
    for section in form.sections:
        for one in section.questions:
            text = text_of(kept, one.name)
            if one.kind in SECRET_KINDS and text:
                party = {"party": party_ids[section.key]} if section.key in party_ids else {}
                sealed[one.name] = {**party, "masked": masked(one.kind, text)}
    return sealed


def masked(kind: str, text: str) -> str:
    """Give a number or contact as lists may show it."""
    if kind == "phone":
        return mask_phone(phone_normal(text) or text)
    if kind == "email":
        name, _, host = text.partition("@")
        return f"{name[:1]}***@{host}"
    return mask_identity(identity_normal(text))


def address_text(answers: Answers, name: str, unit_name: UnitName = no_name) -> str:
    """Give an address in one line."""
    unit, detail = text_of(answers, f"{name}.unit"), text_of(answers, f"{name}.detail")
    parts = [detail, unit_name(unit) if unit and unit != ELSEWHERE else ""]
    return ", ".join(part for part in parts if part)


def _person(section: Section, answers: Answers, unit_name: UnitName) -> PersonAnswer:
    def given(key: str) -> str:
        return text_of(answers, f"{section.key}.{key}")

    return PersonAnswer(
        section=section.key,
        roles=frozenset(),
        kind=section.person,
        name=" ".join(given("name").split()),
        identity=identity_normal(given("identity") or given("tax_code")),
        born=day_of(given("born")),
        phone=phone_normal(given("phone")) or "",
        email=given("email"),
        address=address_text(answers, f"{section.key}.address", unit_name),
    )

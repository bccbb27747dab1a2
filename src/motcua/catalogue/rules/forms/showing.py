"""Answers as people read them: the check page, the dossier page, the one line of what is asked."""

import re
from collections.abc import Mapping

from motcua.catalogue.rules.forms.evaluating import day_of, text_of, visible_fields, visible_sections
from motcua.catalogue.rules.forms.people import UnitName, address_text, no_name
from motcua.catalogue.rules.forms.shapes import Answers, FormFacts, Question
from motcua.kernel.references import phone_normal, phone_printed
from motcua.kernel.words import date_short, mark, money_words

_PLACE = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")
MATTER_LENGTH = 200
YES = {"vi": mark("Có"), "en": "Yes"}
NO = {"vi": mark("Không"), "en": "No"}


def summary(
    form: FormFacts, answers: Mapping[str, object], lang: str = "vi", *, unit_name: UnitName = no_name
) -> list[tuple[str, list[tuple[str, str]]]]:
    """List the sections with their answered questions: `(title, [(label, shown value), …])`.

    Takes answers as typed or as kept; a sealed value shows its masked text.
    """
    plain = plain_answers(answers)
    shown = {one.name for one in visible_fields(form, plain)}
    found = []
    for section in visible_sections(form, plain):
        lines = [
            (one.label(lang), text)
            for one in section.questions
            if one.name in shown and (text := value_text(one, plain, lang, unit_name))
        ]
        if lines:
            found.append((section.title(lang), lines))
    return found


def value_text(one: Question, answers: Answers, lang: str = "vi", unit_name: UnitName = no_name) -> str:
    """Give the answer to a question as people read it; empty when there is none."""
    text = text_of(answers, one.name)
    match one.kind:
        case "address":
            return address_text(answers, one.name, unit_name)
        case "choice" | "choices":
            labels = {choice.value: choice.label(lang) for choice in one.choices}
            given = answers.get(one.name, "")
            return "; ".join(
                labels.get(value, value) for value in ([given] if isinstance(given, str) else given)
            )
        case "yes_no":
            return {"yes": YES, "no": NO}.get(text, {}).get(lang, text)
        case "date":
            day = day_of(text)
            return date_short(day, lang) if day else text
        case "phone":
            number = phone_normal(text)
            return phone_printed(number) if number else text
        case "money":
            digits = re.sub(r"[\s.]", "", text)
            return money_words(int(digits), lang) if digits.isdecimal() else text
    return text


def matter(form: FormFacts, answers: Mapping[str, object], lang: str = "vi") -> str:
    """Give in one line what is asked: the form's text with answers in its places."""
    plain = plain_answers(answers)

    def answer(place: re.Match[str]) -> str:
        question = form.question(place.group(1))
        return value_text(question, plain, lang) if question else ""

    text = " ".join(_PLACE.sub(answer, form.matter(lang)).split()).strip(" :,–-")
    return text if len(text) <= MATTER_LENGTH else f"{text[: MATTER_LENGTH - 1].rsplit(' ', 1)[0]}…"


def plain_answers(answers: Mapping[str, object]) -> Answers:
    """Give answers as typed, with the masked text in place of each sealed value."""
    return {
        name: str(given.get("masked", "")) if isinstance(given, Mapping) else given  # type: ignore[misc]
        for name, given in answers.items()
    }

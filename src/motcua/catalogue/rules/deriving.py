"""The form of a procedure without one of its own: the general form with the procedure's facts in it."""

from dataclasses import replace

from motcua.catalogue.rules.forms.shapes import Choice, FormFacts, Question, Section, Words
from motcua.catalogue.rules.matching import CASE_QUESTION, cases
from motcua.catalogue.rules.versions import VersionFacts

FIRMS = {"enterprise", "fdi_enterprise", "cooperative", "organisation", "foreign_org"}
PEOPLE = {"citizen", "foreigner", "overseas_vietnamese", "official"}
CASE_LABEL = Words("Trường hợp của ông/bà", "Your case")
CASE_HINT = Words(
    "Giấy tờ phải nộp tùy theo trường hợp; chỉ giấy tờ của trường hợp được chọn mới được yêu cầu.",
    "The papers depend on the case; only those of the case you choose are asked for.",
)


NO_CASE = Choice("0", Words("Không thuộc trường hợp nào ở trên", "None of these"))


def derive(general: FormFacts, version: VersionFacts) -> FormFacts:
    """Put the procedure's name, its applicants and its cases into the general form."""
    sections = tuple(_section(one, version) for one in general.sections)
    return replace(
        general,
        title=_named(general.title, version.title),
        matter=_named(general.matter, version.title),
        sections=sections,
    )


def _section(section: Section, version: VersionFacts) -> Section:
    questions = tuple(_applicant(one, version) for one in section.questions)
    alternatives = cases(version.components)
    if section.key == "matter" and alternatives:
        questions = (_case(alternatives), *questions)
    return replace(section, questions=questions)


def _case(alternatives: tuple[str, ...]) -> Question:
    choices = tuple(Choice(str(place), Words(text, "")) for place, text in enumerate(alternatives, 1))
    return Question(
        key="case",
        name=CASE_QUESTION,
        kind="choice",
        label=CASE_LABEL,
        hint=CASE_HINT,
        required=True,
        choices=(*choices, NO_CASE),
    )


def _applicant(one: Question, version: VersionFacts) -> Question:
    """Leave out the kinds of applicant that the procedure does not serve."""
    served = set(version.applicants)
    if one.name != "submitter.filing_for" or not served:
        return one
    barred = {"self"} if not served & PEOPLE else {"firm"} if not served & FIRMS else set()
    return replace(one, choices=tuple(choice for choice in one.choices if choice.value not in barred))


def _named(words: Words, name: str) -> Words:
    return Words(words.vi.replace("{title}", name), words.en.replace("{title}", name))

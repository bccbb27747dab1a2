"""The parts of a form as frozen values: sections (one page each), questions, choices, conditions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

Answer = str | list[str]
Answers = Mapping[str, Answer]
Sealed = dict[str, object]
"""Answers in which numbers and contacts are `{"party": id, "masked": text}` or `{"masked": text}`."""

KINDS = (
    *("text", "long_text", "date", "choice", "choices", "number", "money", "yes_no"),
    *("phone", "email", "identity", "tax_code", "address"),
)
SECRET_KINDS = ("identity", "tax_code", "phone", "email")
UNIT, DETAIL = "unit", "detail"
ELSEWHERE = "other"
"""The unit of an address outside the province."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Vietnamese and English."""

    vi: str
    en: str

    def __call__(self, lang: str = "vi") -> str:
        """Give the text in a language; Vietnamese when the other is missing."""
        return self.en if lang == "en" and self.en else self.vi


@dataclass(frozen=True, slots=True)
class Condition:
    """True when the answer to the question `field` is one of `values`."""

    field: str
    values: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        """Tell whether the condition holds; several answers hold it when one does."""
        given = answers.get(self.field, "")
        return any(one in self.values for one in ([given] if isinstance(given, str) else given))


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a question."""

    value: str
    label: Words
    hint: Words | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; its answer is named `section.key`, an address has two: `.unit` and `.detail`."""

    key: str
    name: str
    kind: str
    label: Words
    hint: Words | None = None
    example: str = ""
    required: bool = False
    required_if: Condition | None = None
    show_if: Condition | None = None
    choices: tuple[Choice, ...] = ()
    autocomplete: str = ""
    min: int | None = None
    max: int | None = None
    max_length: int = 500
    past: bool = False
    foreign: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """List the names of the answers this question takes."""
        return (f"{self.name}.{UNIT}", f"{self.name}.{DETAIL}") if self.kind == "address" else (self.name,)

    def demanded(self, answers: Answers) -> bool:
        """Tell whether an answer is required, given the others."""
        return self.required or (self.required_if is not None and self.required_if.holds(answers))


@dataclass(frozen=True, slots=True)
class Likely:
    """Where the person of a section was likely named before, and when that is so."""

    section: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Section:
    """One page of questions. A section about one person or firm says so, and which roles they have."""

    key: str
    title: Words
    questions: tuple[Question, ...]
    hint: Words | None = None
    person: str = ""
    roles: frozenset[str] = frozenset()
    roles_if: Condition | None = None
    show_if: Condition | None = None
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """What the form says about the components whose name begins with `match`.

    `kind` is required, conditional, presented, or form (the form itself takes its place).
    """

    match: str
    kind: str
    show_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class FormFacts:
    """A whole form. `matter` is a text with `{section.key}` places; `case` names the heading that applies."""

    title: Words
    matter: Words
    sections: tuple[Section, ...]
    demands: tuple[Demand, ...] = ()
    case: str = ""
    introduction: Words | None = None
    declaration: Words | None = None
    is_general: bool = False

    @property
    def questions(self) -> Iterator[Question]:
        """Go through all questions of all sections."""
        return (one for section in self.sections for one in section.questions)

    def question(self, name: str) -> Question | None:
        """Find a question by the name of its answer."""
        return next((one for one in self.questions if name == one.name or name in one.names), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one answer: its name and a Vietnamese sentence, marked for translation."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """A person, firm or organisation named in the answers, and their part: submitter, owner, both or none."""

    section: str
    roles: frozenset[str]
    kind: str
    name: str
    identity: str = ""
    born: date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""

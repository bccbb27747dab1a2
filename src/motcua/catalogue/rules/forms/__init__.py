"""Forms as data: read, derived, shown, and answers held against them. Pure."""

from motcua.catalogue.rules.forms.evaluating import (
    day_of,
    evaluate,
    shown_answers,
    visible_fields,
    visible_sections,
)
from motcua.catalogue.rules.forms.people import people, sealed_answers
from motcua.catalogue.rules.forms.prefilling import likely_answers
from motcua.catalogue.rules.forms.reading import form_problems, read_form
from motcua.catalogue.rules.forms.shapes import (
    Answers,
    Choice,
    Condition,
    FormFacts,
    PersonAnswer,
    Problem,
    Question,
    Section,
    Words,
)
from motcua.catalogue.rules.forms.showing import matter, plain_answers, summary, value_text

__all__ = [
    "Answers",
    "Choice",
    "Condition",
    "FormFacts",
    "PersonAnswer",
    "Problem",
    "Question",
    "Section",
    "Words",
    "day_of",
    "evaluate",
    "form_problems",
    "likely_answers",
    "matter",
    "people",
    "plain_answers",
    "read_form",
    "sealed_answers",
    "shown_answers",
    "summary",
    "value_text",
    "visible_fields",
    "visible_sections",
]

"""The shape of a form: what answers depend on, apart from its wording."""

import hashlib
import json
from collections.abc import Iterator

from motcua.catalogue.rules.forms.shapes import Condition, FormFacts, Question


def shape_of(form: FormFacts) -> str:
    """Return a digest of keys, kinds, demands, choices, limits and conditions, in their order."""
    return hashlib.sha256(json.dumps(list(_parts(form)), sort_keys=True).encode()).hexdigest()


def _parts(form: FormFacts) -> Iterator[object]:
    yield form.case
    for section in form.sections:
        conditions = [_condition(section.roles_if), _condition(section.show_if)]
        yield [section.key, section.person, sorted(section.roles), *conditions]
        yield from (_question(one) for one in section.questions)
    for demand in form.demands:
        yield [demand.match, demand.kind, _condition(demand.show_if)]


def _question(one: Question) -> list[object]:
    return [
        *(one.name, one.kind, one.required, _condition(one.required_if), _condition(one.show_if)),
        [choice.value for choice in one.choices],
        *(one.min, one.max, one.max_length, one.past, one.foreign),
    ]


def _condition(one: Condition | None) -> list[object] | None:
    return None if one is None else [one.field, list(one.values)]

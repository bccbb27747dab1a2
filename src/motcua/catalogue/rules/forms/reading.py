"""A form definition (JSON) read into values, and everything that may be wrong with it said in sentences."""

from collections.abc import Iterator, Mapping
from typing import Any

from motcua.catalogue.rules.forms.shapes import (
    KINDS,
    SECRET_KINDS,
    Choice,
    Condition,
    Demand,
    FormFacts,
    Likely,
    Question,
    Section,
    Words,
)

QUESTION_KEYS = {
    *("key", "kind", "label", "hint", "example", "required", "required_if", "show_if", "choices"),
    *("autocomplete", "min", "max", "max_length", "past", "foreign"),
}
SECTION_KEYS = {"key", "title", "hint", "person", "roles", "roles_if", "show_if", "likely", "fields"}
FORM_KEYS = {"title", "matter", "sections", "components", "case", "introduction", "declaration", "general"}
PERSONS = ("", "person", "firm", "organisation")
ROLES = {"submitter", "owner"}
DEMANDS = ("required", "conditional", "presented", "form")
_NOTHING = Words("", "")


def read_form(definition: Mapping[str, Any]) -> FormFacts:
    """Read a definition that `form_problems` found well."""
    return FormFacts(
        title=_words(definition["title"]) or _NOTHING,
        matter=_words(definition["matter"]) or _NOTHING,
        sections=tuple(_section(one) for one in definition["sections"]),
        demands=tuple(_demand(one) for one in definition.get("components", ())),
        case=definition.get("case", ""),
        introduction=_words(definition.get("introduction")),
        declaration=_words(definition.get("declaration")),
        is_general=bool(definition.get("general")),
    )


def _section(one: Mapping[str, Any]) -> Section:
    return Section(
        key=one["key"],
        title=_words(one["title"]) or _NOTHING,
        questions=tuple(_question(one["key"], question) for question in one["fields"]),
        hint=_words(one.get("hint")),
        person=one.get("person", ""),
        roles=frozenset(one.get("roles", ())),
        roles_if=_condition(one.get("roles_if")),
        show_if=_condition(one.get("show_if")),
        likely=_likely(one.get("likely")),
    )


def _likely(given: Mapping[str, Any] | None) -> Likely | None:
    condition = _condition(given["if"]) if given else None
    return Likely(given["section"], condition) if given and condition else None


def _question(section: str, one: Mapping[str, Any]) -> Question:
    return Question(
        key=one["key"],
        name=f"{section}.{one['key']}",
        kind=one["kind"],
        label=_words(one["label"]) or _NOTHING,
        hint=_words(one.get("hint")),
        example=one.get("example", ""),
        required=one.get("required", False),
        required_if=_condition(one.get("required_if")),
        show_if=_condition(one.get("show_if")),
        choices=tuple(_choice(choice) for choice in one.get("choices", ())),
        autocomplete=one.get("autocomplete", ""),
        min=one.get("min"),
        max=one.get("max"),
        max_length=one.get("max_length", 2000 if one["kind"] == "long_text" else 200),
        past=one.get("past", False),
        foreign=one.get("foreign", False),
    )


def _words(given: Any) -> Words | None:
    return Words(given["vi"], given.get("en", "")) if given else None


def _choice(one: Mapping[str, Any]) -> Choice:
    return Choice(one["value"], Words(one["vi"], one.get("en", "")), _words(one.get("hint")))


def _condition(given: Mapping[str, Any] | None) -> Condition | None:
    if not given:
        return None
    values = given["equals"]
    return Condition(given["field"], (values,) if isinstance(values, str) else tuple(values))


def _demand(one: Mapping[str, Any]) -> Demand:
    return Demand(one["match"], one["kind"], _condition(one.get("show_if")))


def form_problems(definition: Mapping[str, Any]) -> list[str]:
    """List what is wrong with a definition; empty when the form can be used."""
    return list(_form_problems(definition))


def _form_problems(definition: Mapping[str, Any]) -> Iterator[str]:
    yield from _unknown("biểu mẫu", definition, FORM_KEYS)
    for key in ("title", "matter"):
        yield from _text_problems(key, definition.get(key))
    sections = definition.get("sections") or []
    if not sections:
        yield "biểu mẫu không có phần nào"
    keys = [str(one.get("key")) for one in sections]
    yield from (f"phần “{key}” bị lặp" for key in sorted({key for key in keys if keys.count(key) > 1}))
    known: set[str] = set()
    for one in sections:
        for key in ("show_if", "roles_if"):
            yield from _condition_problems(f"phần “{one.get('key')}”", one.get(key), known)
        yield from _likely_problems(one, known, sections)
        yield from _section_problems(one, known)
    for role in sorted(ROLES):
        if not any(
            role in one.get("roles", ()) and not one.get("show_if") and not one.get("roles_if")
            for one in sections
        ):
            yield f"không có phần nào luôn hiện mà có vai “{role}”"
    for one in definition.get("components", ()):
        if one.get("kind") not in DEMANDS or not one.get("match"):
            yield f"yêu cầu giấy tờ “{one.get('match')}” không hợp lệ"
        yield from _condition_problems(f"giấy tờ “{one.get('match')}”", one.get("show_if"), known)


def _likely_problems(
    one: Mapping[str, Any], known: set[str], sections: list[Mapping[str, Any]]
) -> Iterator[str]:
    given = one.get("likely")
    if not given:
        return
    where = f"phần “{one.get('key')}”, likely"
    people = {str(other.get("key")) for other in sections[: sections.index(one)] if other.get("person")}
    if set(given) != {"section", "if"} or given["section"] not in people or not one.get("person"):
        yield f"{where}: cần “section” là phần về người ở phía trên, và “if”"
    yield from _condition_problems(where, given.get("if"), known)


def _section_problems(one: Mapping[str, Any], known: set[str]) -> Iterator[str]:
    where = f"phần “{one.get('key')}”"
    yield from _unknown(where, one, SECTION_KEYS)
    yield from _text_problems(f"{where}, title", one.get("title"))
    if one.get("person", "") not in PERSONS or not set(one.get("roles", ())) <= ROLES:
        yield f"{where}: person hoặc roles không hợp lệ"
    if one.get("roles") and not one.get("person"):
        yield f"{where}: có vai nhưng không phải phần về người"
    fields = one.get("fields") or []
    if one.get("person") and not any(question.get("key") == "name" for question in fields):
        yield f"{where}: thiếu câu hỏi “name”"
    for question in fields:
        name = f"{one.get('key')}.{question.get('key')}"
        if name in known:
            yield f"câu hỏi “{name}” bị lặp"
        yield from _question_problems(name, question, known, in_person=bool(one.get("person")))
        known.add(name)


def _question_problems(
    name: str, question: Mapping[str, Any], known: set[str], *, in_person: bool
) -> Iterator[str]:
    yield from _unknown(f"câu hỏi “{name}”", question, QUESTION_KEYS)
    yield from _text_problems(f"câu hỏi “{name}”, label", question.get("label"))
    kind = question.get("kind")
    if kind not in KINDS:
        yield f"câu hỏi “{name}”: không có kiểu “{kind}”"
    if kind in SECRET_KINDS and (not in_person or question.get("key") != kind):
        yield f"câu hỏi “{name}”: kiểu “{kind}” chỉ dùng trong phần về người, với key “{kind}”"
    values = [choice.get("value") for choice in question.get("choices", ())]
    if (kind in ("choice", "choices")) != bool(values):
        yield f"câu hỏi “{name}”: chỉ câu hỏi chọn mới có, và phải có, danh sách lựa chọn"
    if len(values) != len(set(values)) or not all(choice.get("vi") for choice in question.get("choices", ())):
        yield f"câu hỏi “{name}”: lựa chọn bị lặp hoặc thiếu nhãn"
    for key in ("show_if", "required_if"):
        later = known if key == "show_if" else None
        yield from _condition_problems(f"câu hỏi “{name}”", question.get(key), later)


def _condition_problems(where: str, given: Mapping[str, Any] | None, known: set[str] | None) -> Iterator[str]:
    if not given:
        return
    if set(given) != {"field", "equals"} or not given["equals"]:
        yield f"{where}: điều kiện phải có “field” và “equals”"
    elif known is not None and given["field"] not in known:
        yield f"{where}: điều kiện dựa vào câu hỏi “{given['field']}” chưa có ở phía trên"


def _text_problems(where: str, given: Any) -> Iterator[str]:
    if not isinstance(given, Mapping) or not given.get("vi") or not given.get("en"):
        yield f"{where}: cần có cả tiếng Việt (vi) và tiếng Anh (en)"


def _unknown(where: str, given: Mapping[str, Any], allowed: set[str]) -> Iterator[str]:
    extra = sorted(set(given) - allowed)
    if extra:
        yield f"{where}: không có thuộc tính {', '.join(extra)}"

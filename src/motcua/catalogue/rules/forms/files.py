"""The files of forms: read, with the parts that several forms share put in their places, and checked."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from motcua.catalogue.rules.forms.reading import form_problems
from motcua.directory.rules.sheets import Problem

SHARED = "shared.json"
FILE_KEYS = {"keys", "valid_from", "valid_to", "source", "confidence", "form"}


@dataclass(frozen=True, slots=True)
class FormFile:
    """One form as a file brings it; `key` is a procedure's code or `general`."""

    file: str
    key: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: str
    definition: Mapping[str, Any]


def read_forms(texts: Mapping[str, str]) -> tuple[list[FormFile], list[Problem]]:
    """Read the files by name: the forms, and what is wrong with them."""
    contents: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, text in texts.items():
        try:
            contents[name] = json.loads(text)
        except ValueError as problem:
            problems.append(Problem(name, 0, "", f"It is no JSON: {problem}."))
        if not unicodedata.is_normalized("NFC", text):
            problems.append(Problem(name, 0, "", "It is not in Unicode NFC."))
    shared = contents.pop(SHARED, {})
    forms: list[FormFile] = []
    for name, content in contents.items():
        read, wrong = _read(name, content, shared)
        forms += read
        problems += wrong
    if not problems:
        problems += _together(forms)
    return forms, problems


def _read(name: str, content: Any, shared: Any) -> tuple[list[FormFile], list[Problem]]:
    try:
        if set(content) - FILE_KEYS:
            raise ValueError(f"unknown keys {sorted(set(content) - FILE_KEYS)}")
        definition = expanded(content["form"], shared)
        found = form_problems(definition)
        until = content.get("valid_to")
        forms = [
            FormFile(
                file=name,
                key=key,
                valid_from=date.fromisoformat(content["valid_from"]),
                valid_to=date.fromisoformat(until) if until else None,
                source=content["source"],
                confidence=content["confidence"],
                definition=definition,
            )
            for key in content["keys"]
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        return [], [Problem(name, 0, "", f"The form cannot be read: {problem!r}.")]
    return forms, [Problem(name, 0, "", sentence) for sentence in found]


def expanded(definition: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """Put shared parts (`{"use": name, …}`) and lists of choices (`"choices": "@name"`) in their places."""
    sections = [_section(one, shared) for one in definition["sections"]]
    return {**definition, "sections": sections}


def _section(one: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    questions = [_question(question, shared) for question in one.get("fields", ())]
    if "use" in one:
        base = shared["sections"][one["use"]]
        without = one.get("without", ())
        questions = [_question(question, shared) for question in [*base["fields"], *one.get("more", ())]]
        questions = [question for question in questions if question["key"] not in without]
        one = {**base, **{key: value for key, value in one.items() if key not in ("use", "more", "without")}}
    return {**one, "fields": questions}


def _question(one: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    if "use" in one:
        given = {key: value for key, value in one.items() if key != "use"}
        one = {**shared["fields"][one["use"]], **given}
    choices = one.get("choices")
    if isinstance(choices, str):
        return {**one, "choices": shared["lists"][choices.removeprefix("@")]}
    return dict(one)


def _together(forms: Iterable[FormFile]) -> list[Problem]:
    by_key: dict[str, list[FormFile]] = {}
    for form in forms:
        by_key.setdefault(form.key, []).append(form)
    found = []
    for key, several in by_key.items():
        ordered = sorted(several, key=lambda one: one.valid_from)
        for one, other in pairwise(ordered):
            if one.valid_to is None or one.valid_to >= other.valid_from:
                sentence = f"The form of {key} holds on the same day as that in {one.file}."
                found.append(Problem(other.file, 0, "", sentence))
    if "general" not in by_key:
        found.append(Problem("general.json", 0, "", "There is no general form."))
    return found

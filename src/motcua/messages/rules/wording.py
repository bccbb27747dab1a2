"""Putting values into templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.messages.rules.templates import TEMPLATES


class Unwritable(ValueError):
    """The template is not known, or a value that it names was not given."""


@dataclass(frozen=True)
class Words:
    """What the person reads; an SMS has no subject."""

    subject: str
    text: str


def fitting(template: str, values: Mapping[str, str]) -> str:
    """Choose the twin without a date when no date is known."""
    twin = f"{template}_no_date"
    return twin if not values.get("due") and twin in TEMPLATES else template


def words(template: str, channel: str, language: str, values: Mapping[str, str]) -> Words:
    """Write a message. Raises Unwritable."""
    known = TEMPLATES.get(template)
    if known is None:
        raise Unwritable(f"no template is called {template!r}")
    text = known.en if language == "en" else known.vi
    plain = {name: _one_line(value) for name, value in values.items()}
    try:
        if channel == "sms":
            return Words("", _tidy(text.sms.format_map(plain)))
        return Words(text.subject.format_map(plain), _tidy(text.body.format_map(plain)))
    except KeyError as error:
        raise Unwritable(f"{template} needs the value {error}") from error


def slip_words(template: str, values: Mapping[str, str], written_out: Sequence[str]) -> Words:
    """Write what is printed for somebody who has no phone: the letter in Vietnamese, and what others look up online."""
    said = words(template, "mail", "vi", values)
    more = "\n".join(_one_line(line) for line in written_out)
    return Words(said.subject, f"{said.text.rstrip()}\n\n{more}".strip())


def segments(text: str) -> int:
    """Count the parts in which an SMS travels: 70 characters, or 67 each (160 and 153 without Vietnamese)."""
    one, more = (160, 153) if text.isascii() else (70, 67)
    return 1 if len(text) <= one else -(-len(text) // more)


def _tidy(text: str) -> str:
    """Drop the blanks that an empty value leaves at the end of a line."""
    return "\n".join(line.rstrip(" ") for line in text.split("\n"))


def _one_line(value: str) -> str:
    return " ".join(str(value).split())

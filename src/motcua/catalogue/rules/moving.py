"""Answers and papers given under one version of a procedure, moved to another: what fits stays, nothing is dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from motcua.catalogue.rules.forms.evaluating import text_of, visible_fields
from motcua.catalogue.rules.forms.shapes import Answer, Answers, FormFacts, Question
from motcua.catalogue.rules.matching import CASE_QUESTION, Asked, asked_for, cases
from motcua.catalogue.rules.versions import ComponentFacts
from motcua.kernel.text import fold

OTHER_PAPERS = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What a version asks: its form and its closed list."""

    form: FormFacts
    components: Sequence[ComponentFacts]


@dataclass(frozen=True, slots=True)
class Moved:
    """What becomes of a draft: its answers, the new place of each paper, and what the person has to look at.

    `gone`: answered before, asked no more (the answers stay in the draft); `new`: to be answered now;
    `papers`: to be added now; `seats`: a paper's number before and now, or that of other papers.
    """

    answers: dict[str, Answer]
    seats: dict[int, int]
    gone: tuple[Question, ...]
    new: tuple[Question, ...]
    papers: tuple[Asked, ...]


def moved(before: Edition, now: Edition, answers: Answers) -> Moved:
    """Move answers and papers from one edition to another."""
    kept = _fitted(before, now, answers)
    names = {fold(one.name) for one in before.components}
    return Moved(
        answers=kept,
        seats=_seats(before.components, now.components),
        gone=tuple(
            one
            for one in visible_fields(before.form, answers)
            if _answered(one, answers) and not _same(one, now.form)
        ),
        new=tuple(
            one
            for one in visible_fields(now.form, kept)
            if one.demanded(kept) and not _same(one, before.form)
        ),
        papers=tuple(
            one
            for one in asked_for(now.form, now.components, kept)
            if one.kind == "required" and fold(one.name) not in names
        ),
    )


def _fitted(before: Edition, now: Edition, answers: Answers) -> dict[str, Answer]:
    """Give the answers as the new questions take them; one that chose among other cases is asked again."""
    kept = dict(answers)
    for one in now.form.questions:
        given = kept.get(one.name)
        if isinstance(given, list) and one.kind != "choices":
            kept[one.name] = ", ".join(given)
        elif isinstance(given, str) and one.kind == "choices":
            kept[one.name] = [given] if given else []
    if cases(before.components) != cases(now.components):
        kept.pop(CASE_QUESTION, None)
    return kept


def _seats(before: Iterable[ComponentFacts], now: Iterable[ComponentFacts]) -> dict[int, int]:
    """Find each paper in the new list, by case and name, else by name alone."""
    there: dict[object, int] = {}
    for one in now:
        there.setdefault((one.case, fold(one.name)), one.seq)
        there.setdefault(fold(one.name), one.seq)
    return {
        one.seq: there.get((one.case, fold(one.name)), there.get(fold(one.name), OTHER_PAPERS))
        for one in before
    }


def _answered(one: Question, answers: Answers) -> bool:
    return any(text_of(answers, name) for name in one.names)


def _same(one: Question, form: FormFacts) -> bool:
    other = form.question(one.name)
    return other is not None and other.names == one.names and other.kind == one.kind

"""Which papers of the closed list are asked for, given the form and its answers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from motcua.catalogue.rules.forms.evaluating import shown_answers
from motcua.catalogue.rules.forms.shapes import Answers, Demand, FormFacts
from motcua.catalogue.rules.versions import ComponentFacts

CASE_QUESTION = "matter.case"
_CASE = re.compile(r"trường hợp|đối với", re.IGNORECASE)
_NO_CASE = re.compile(r"ủy quyền|uỷ quyền|phải nộp|xuất trình|thành phần hồ sơ", re.IGNORECASE)
_INTERACTIVE = re.compile(r"^(mẫu|tờ khai)\b.*điện tử tương tác", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One paper as asked for in this case.

    `kind`: required (a file must be there), conditional (if it applies), presented (shown at the counter),
    form (the filled-in form takes its place), other_case (belongs to another case).
    """

    component: ComponentFacts
    kind: str

    @property
    def seq(self) -> int:
        """Give the paper's number in the closed list."""
        return self.component.seq

    @property
    def name(self) -> str:
        """Give the paper's name."""
        return self.component.name


def cases(components: Iterable[ComponentFacts]) -> tuple[str, ...]:
    """List the headings of the closed list that are alternatives; empty when there is nothing to choose."""
    listed = list(components)
    found = dict.fromkeys(one.case for one in listed if _is_case(one.case))
    demanding = any(one.kind == "required" and one.case in found for one in listed)
    return tuple(found) if len(found) > 1 and demanding else ()


def asked(form: FormFacts, components: Iterable[ComponentFacts], answers: Answers) -> list[Asked]:
    """List the papers with what is asked of each; also right before anything is answered."""
    listed = list(components)
    kept = shown_answers(form, answers)
    return [Asked(one, _kind(form, one, cases(listed), kept)) for one in listed]


def asked_for(form: FormFacts, components: Iterable[ComponentFacts], answers: Answers) -> list[Asked]:
    """List the papers a person may be asked to add in this case: those of other cases are left out."""
    return [one for one in asked(form, components, answers) if one.kind not in ("form", "other_case")]


def askable(form: FormFacts, components: Iterable[ComponentFacts], answers: Answers) -> list[Asked]:
    """List the papers an officer may ask for: those a condition ties to other answers are left out as well.

    A person may add such a paper all the same, in case it applies; to be asked for it would only mislead.
    """
    kept = shown_answers(form, answers)
    return [one for one in asked_for(form, components, answers) if not _tied_elsewhere(form, one, kept)]


def asked_on_paper(form: FormFacts, components: Iterable[ComponentFacts], case: str = "") -> list[Asked]:
    """List the papers as asked for at the counter and by post, where nobody answers the form's questions.

    The paper form must be there, the electronic one (`form`) not; what the form ties to its answers is for the
    officer to judge. `case` is the ordinal of the chosen alternative.
    """
    listed = list(components)
    alternatives = cases(listed)
    chosen = alternatives[int(case) - 1 : int(case)] if case.isdecimal() and int(case) else ()
    return [Asked(one, _kind_on_paper(form, one, alternatives, chosen)) for one in listed]


def _kind_on_paper(
    form: FormFacts, one: ComponentFacts, alternatives: tuple[str, ...], chosen: tuple[str, ...]
) -> str:
    if chosen and one.case in alternatives and one.case not in chosen:
        return "other_case"
    if _INTERACTIVE.match(one.name):
        return "form"
    said = (tie.kind for tie in form.demands if _speaks_of(tie, one) and tie.show_if is None)
    return next((kind for kind in said if kind != "form"), one.kind)


def _tied_elsewhere(form: FormFacts, one: Asked, answers: Answers) -> bool:
    conditions = [tie.show_if for tie in form.demands if _speaks_of(tie, one.component) and tie.show_if]
    return bool(conditions) and not any(condition.holds(answers) for condition in conditions)


def _speaks_of(demand: Demand, one: ComponentFacts) -> bool:
    return one.name.lower().startswith(demand.match.lower())


def _kind(form: FormFacts, one: ComponentFacts, alternatives: tuple[str, ...], answers: Answers) -> str:
    if one.case in alternatives and not _same_case(form, one.case, alternatives, answers):
        return "other_case"
    for demand in form.demands:
        if _speaks_of(demand, one) and (demand.show_if is None or demand.show_if.holds(answers)):
            return demand.kind
    return "form" if _INTERACTIVE.match(one.name) else one.kind


def _same_case(form: FormFacts, case: str, alternatives: tuple[str, ...], answers: Answers) -> bool:
    if form.case:
        return form.case.lower() in case.lower()
    chosen = answers.get(CASE_QUESTION)
    return not chosen or chosen == str(alternatives.index(case) + 1)


def _is_case(heading: str) -> bool:
    return bool(_CASE.search(heading)) and not _NO_CASE.search(heading)

"""What a person has typed about somebody already need not be typed again on a later page."""

from motcua.catalogue.rules.forms.shapes import Answer, Answers, FormFacts, Section


def likely_answers(form: FormFacts, section: Section, answers: Answers) -> dict[str, Answer]:
    """Give the answers of an earlier section that speak of the same person, under the names of this one."""
    if section.likely is None or not section.likely.condition.holds(answers):
        return {}
    found: dict[str, Answer] = {}
    for one in section.questions:
        before = form.question(f"{section.likely.section}.{one.key}")
        if before is not None and before.kind == one.kind:
            pairs = zip(one.names, before.names, strict=True)
            found.update({name: answers[other] for name, other in pairs if answers.get(other)})
    return found

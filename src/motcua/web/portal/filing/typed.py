"""What was typed on a page of the form, taken from the post as it is; nothing is judged and nothing lost here."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from motcua.catalogue.rules.forms import Question, Section
from motcua.dossiers.queries.drafts import Answers
from motcua.web.shared.dates import typed_date

LONGEST = 10_000


def typed(section: Section, post: Any) -> Answers:
    """Take the answers of one section; questions that the page did not show are left as they are."""
    found: Answers = {}
    for one in section.questions:
        found.update(_answers(one, post))
    return found


def _answers(one: Question, post: Any) -> Answers:
    if one.kind == "date":
        shown = any(f"{one.name}.{part}" in post for part in ("day", "month", "year"))
        return {one.name: typed_date(post, one.name)} if shown else {}
    if one.kind == "choices":
        return (
            {one.name: [text[:LONGEST] for text in post.getlist(one.name)[:100]]}
            if f"{one.name}.shown" in post
            else {}
        )
    return {name: post[name].strip()[:LONGEST] for name in one.names if name in post}


def basis(answers: Answers, names: Iterable[str]) -> str:
    """Give a short mark of these answers as shown, to see later whether somebody changed them meanwhile."""
    kept = [[name, answers.get(name, "")] for name in names]
    return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode()).hexdigest()[:16]


def continues(saved: Answers, now: Answers) -> bool:
    """Tell whether what is typed now only goes on from what is saved: one's own autosave came first."""
    return all(_begins(now.get(name, ""), saved.get(name, "")) for name in now)


def _begins(now: Any, saved: Any) -> bool:
    return (
        now == saved
        or not saved
        or (isinstance(now, str) and isinstance(saved, str) and now.startswith(saved))
    )

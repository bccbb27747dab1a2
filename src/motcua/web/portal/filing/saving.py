"""Saving a page of the form, and what to do when the draft was saved elsewhere since the page was shown."""

from collections.abc import Iterable
from typing import Any

from motcua.dossiers.errors import Stale
from motcua.dossiers.models import Draft
from motcua.dossiers.operations import drafting
from motcua.dossiers.queries.drafts import Answers, answers_of, own
from motcua.web.portal.filing.typed import basis, continues
from motcua.web.portal.people import filer
from motcua.web.shared.viewer import Viewed


def keep(*, draft: Draft, now: Answers, names: Iterable[str], request: Viewed) -> Draft:
    """Save the answers of a page. Raises Stale only when these very answers were changed elsewhere meanwhile.

    A draft saved elsewhere on another page, or by this page's own autosave a moment ago, is no conflict.
    """
    by, at, post = filer(request, draft.id), request.at, request.POST
    try:
        return drafting.save(draft_id=draft.id, seen=seen(post), answers=now, by=by, at=at)
    except Stale as stale:
        fresh = own(draft.id, by)
        saved = answers_of(fresh)
        if basis(saved, names) != post.get("basis", "") and not continues(saved, now):
            raise Stale(fresh.version) from stale
        return drafting.save(draft_id=draft.id, seen=fresh.version, answers=now, by=by, at=at)


def seen(post: Any) -> int:
    """Read which version the page had shown."""
    text = post.get("seen", "")
    return int(text) if text.isdecimal() and len(text) < 10 else -1

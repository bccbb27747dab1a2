"""The desk and its search. Lists are read with one query per room; what was shown is noted."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names, roles_on
from motcua.accounts.rules.staffing import keeps_accounts
from motcua.accounts.sealing import index_of
from motcua.catalogue.queries import procedure_names
from motcua.counter.queries.books import blank_leaf
from motcua.counter.queries.outages import offline
from motcua.counter.rules.outages import WHATS
from motcua.directory.queries import agency, receiving_places
from motcua.directory.queries.contacts import contacts_of
from motcua.directory.rules.contacts import keeps_contacts
from motcua.dossiers.queries import desk as queries
from motcua.dossiers.queries.apologies import drafts_to_sign
from motcua.dossiers.queries.outside import waiting_wishes, wishes
from motcua.dossiers.rules.permits import has_desk, oversees
from motcua.feedback.queries.queue import counts as help_counts
from motcua.kernel.actors import Actor
from motcua.kernel.text import fold
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.offers import offered
from motcua.web.office.guard import officers_only
from motcua.web.shared import keyset
from motcua.web.shared.limits import limited
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

BUCKETS = ("mine", "today", "late", "new", "unanswered", "others", "open", "closed")
PAGE = 50
LIST_KEY = "list"
TRACKING = re.compile(r"^https?://[^/]+(?:/en)?/h/([^/?#]+)")


@never_cache
@officers_only
@require_GET
def desk(request: Viewed) -> HttpResponse:
    """Show one bucket of the agency's work; without work of its own, oversight is shown the search."""
    viewer, at = request.actor, request.at
    if not has_desk(viewer) and keeps_accounts(viewer, viewer.unit or ""):
        return redirect("office:staff")
    bucket = request.GET.get("list", "mine")
    bucket = bucket if bucket in BUCKETS else "mine"
    after = _after(request.GET.get("after", ""))
    page = queries.desk_page(viewer, bucket, at=at, after=after, limit=PAGE)
    counts = queries.desk_counts(viewer, at=at) | {"closed": queries.closed_count(viewer)}
    context = {
        "bucket": bucket,
        "buckets": BUCKETS,
        "counts": counts,
        "total": counts[bucket],
        "rows": _lines(page.rows, viewer, at),
        "together": offered(viewer, page.rows, at),
        "after": keyset.encode(page.after) if page.after else "",
        "first_page": after is None,
        "wishes": waiting_wishes(viewer),
        "letters": drafts_to_sign(viewer),
        "help_waits": help_counts(viewer, at=at),
        "contacts_wanted": _contacts_wanted(viewer, at),
        "searches": oversees(viewer) and not any(counts.values()),
        "reminder": offline(viewer),
        "what_words": WHATS,
        **place(request),
    }
    remember(request, bucket, request.GET.get("after", "") if after else "")
    if page.rows:
        note_read(viewer, [("dossier", str(row.id)) for row in page.rows], "desk", at)
    return render(request, "office/desk/desk.html", context)


def _contacts_wanted(viewer: Actor, at: datetime) -> bool:
    """Tell whether the contact of a place the viewer keeps is missing or was not confirmed lately."""
    unit, on = viewer.unit or "", at.astimezone(ZONE).date()
    if not keeps_contacts(viewer, unit):
        return False
    own = [one for one in receiving_places(on, unit) if one.host_id == unit]
    return any(one.state != "fresh" for one in contacts_of(own, at).values())


def remember(request: Viewed, bucket: str, after: str) -> None:
    """Keep in the session where the officer is in which list, so that a dossier leads back there."""
    here = urlencode({"list": bucket, **({"after": after} if after else {})})
    if request.session.get(LIST_KEY) != here:
        request.session[LIST_KEY] = here


def way_back(request: Viewed) -> str:
    """Give the address of the list the officer came from; the desk when none was opened yet."""
    here = request.session.get(LIST_KEY, "")
    return f"{reverse('office:desk')}{'?' if here else ''}{here}"


@never_cache
@officers_only
@limited("search")
@require_GET
def search(request: Viewed) -> HttpResponse:
    """Find by code, number or start of name; a code that is found opens its dossier at once."""
    words = _scanned(request.GET.get("q", "").strip()[:200])
    rows = _found(request, words) if words else []
    if len(rows) == 1 and rows[0].code == words.upper():
        return redirect("office:dossier", dossier_id=rows[0].id)
    leaf = None if rows else blank_leaf(request.actor, words)
    if leaf is not None:
        return redirect("office:leaf", leaf_id=leaf.id)
    if rows:
        note_read(request.actor, [("dossier", str(row.id)) for row in rows], "search", request.at)
    context = {"words": words, "rows": _lines(rows, request.actor, request.at), **place(request)}
    return render(request, "office/desk/search.html", context)


@never_cache
@officers_only
@require_GET
def other_papers(request: Viewed) -> HttpResponse:
    """List the papers outside the closed list that were wanted: what waits for the head, what was decided lately."""
    found = wishes(request.actor, at=request.at)
    if found:
        note_read(
            request.actor, [("dossier", str(one.dossier_id)) for one in found], "other_papers", request.at
        )
    context = {"wishes": found, "names": officer_names({one.by for one in found}), **place(request)}
    return render(request, "office/desk/other_papers.html", context)


def _scanned(words: str) -> str:
    """Take the code out of the address that the QR code of a receipt holds; other words stay as they are."""
    found = TRACKING.search(words)
    return found[1] if found else words[:100]


def place(request: Viewed) -> dict[str, Any]:
    """Give what the office's frame shows: the officer, the agency worked for, and the others one could work for."""
    on = request.at.astimezone(ZONE).date()
    held = roles_on(UUID(request.actor.id), on)
    return {
        "me": officer_names({request.actor.id}).get(request.actor.id, ""),
        "agency": agency(request.actor.unit or "", on),
        "agencies": [agency(one, on) for one in held],
    }


def _found(request: Viewed, words: str) -> list[queries.DeskRow]:
    digits = words.replace(" ", "")
    number = index_of(digits, "party.number") if digits.isdigit() and len(digits) in (9, 12) else None
    return queries.find_in_agency(request.actor, words, key=fold(words), number_index=number, limit=PAGE)


def _lines(rows: list[queries.DeskRow], viewer: Any, at: Any) -> list[dict[str, Any]]:
    names = procedure_names({row.procedure for row in rows}, at.astimezone(ZONE).date())
    holders = officer_names({str(row.holder_id) for row in rows if row.holder_id})
    return [
        {
            "row": row,
            "procedure": names.get(row.procedure, row.procedure),
            "holder": holders.get(str(row.holder_id), ""),
            "is_mine": str(row.holder_id) == viewer.id,
            "late": bool(row.act_by and row.act_by < at and not row.waiting),
        }
        for row in rows
    ]


def _after(cursor: str) -> tuple[str | None, str] | None:
    key = keyset.decode(cursor, (str, str))
    return (key[0], str(key[1])) if key and _readable(key) else None  # type: ignore[return-value]


def _readable(key: keyset.Key) -> bool:
    try:
        UUID(str(key[1]))
    except ValueError:
        return False
    return key[0] is None or queries.is_moment(str(key[0]))

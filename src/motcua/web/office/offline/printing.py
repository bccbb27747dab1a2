"""The sheets of a receipt book: cover with instructions, control table, and each leaf with its stub."""

from uuid import UUID

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.accounts.queries import officer_names
from motcua.counter.errors import NotFound
from motcua.counter.queries import books
from motcua.directory.queries import agency
from motcua.directory.queries.contacts import contacts_of, places_of
from motcua.kernel.seal import secret_printed
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_GET
def sheets(request: Viewed, book_id: UUID) -> HttpResponse:
    """Show the leaves that are still unused, to be printed with their secrets; who opened them is noted."""
    try:
        view = books.book(request.actor, book_id)
        leaves = books.to_print(request.actor, view)
    except NotFound as error:
        raise Http404 from error
    note_read(request.actor, [("book", str(book_id))], "book", request.at)
    contacts = contacts_of(
        places_of(view.book.agency_id, request.at.astimezone(ZONE).date()), request.at
    ).values()
    on, made_by = view.book.day, view.book.made_by
    context = {
        "view": view,
        "decides": agency(view.book.agency_id, on),
        "phones": [one.phone for one in contacts if one.phone],
        "made_by": officer_names({made_by}).get(made_by, ""),
        "leaves": [
            {
                "number": one.leaf.number,
                "code": one.leaf.code,
                "secret": secret_printed(one.secret),
                "qr": _qr(one.leaf.code),
            }
            for one in leaves
        ],
    }
    return render(request, "office/offline/sheets.html", context)


def _qr(code: str) -> str:
    """Draw the address at which the dossier will be followed; on paper it is the Vietnamese one, whoever prints."""
    with override("vi"):
        address = settings.PUBLIC_ADDRESS + reverse("portal:dossier", args=[code])
    return segno.make(address, error="m").svg_inline(border=2, omitsize=True)

"""Who comes in here: those who keep the receipt books of the agency worked for."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponseBase

from motcua.counter.rules.books import keeps_books
from motcua.web.office.guard import officers_only
from motcua.web.shared.viewer import Viewed

View = Callable[..., HttpResponseBase]


def book_keepers_only(view: View) -> View:
    """Let reception, head and keeper of accounts pass; to others there is no such page."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not keeps_books(request.actor):
            raise Http404
        return view(request, *args, **kwargs)

    return officers_only(guarded)

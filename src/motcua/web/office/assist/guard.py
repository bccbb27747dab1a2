"""Those who receive people, or head those who do, help them to file."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpResponseBase

from motcua.web.office.guard import View, officers_only
from motcua.web.shared.viewer import Viewed


def helpers_only(view: View) -> View:
    """Let those pass who may help at the agency worked for; to others there is no such page."""

    @wraps(view)
    def guarded(request: Viewed, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (request.actor.unit and request.actor.has("reception", "head")):
            raise Http404
        return view(request, *args, **kwargs)

    return officers_only(guarded)

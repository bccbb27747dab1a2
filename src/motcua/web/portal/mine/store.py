"""What agencies have issued to the person who is signed in, to be downloaded, shown and used again."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.queries.own_results import own_results
from motcua.dossiers.rules.results import WORDS
from motcua.web.portal.people import person
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_safe
def store(request: Viewed) -> HttpResponse:
    """List them, the newest first."""
    by = person(request)
    if by.kind != "citizen":
        return redirect(f"{reverse('portal:sign_in')}?next={reverse('portal:store')}")
    found = own_results(by, request.at)
    context = {
        "rows": found,
        "words": WORDS,
        "codes": codes_of([one.dossier_id for one, _ in found]),
        "here": "mine",
    }
    return render(request, "portal/mine/store.html", context)

"""The page on which officers choose their own password: at will, and first of all after a one-time password."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.accounts.errors import Incomplete
from motcua.accounts.operations.officers import change_password
from motcua.accounts.operations.signing_in import forgive, note_failure
from motcua.accounts.queries import slowed_until
from motcua.accounts.sealing import index_of
from motcua.kernel.worktime import ZONE
from motcua.web.office.desk.views import place
from motcua.web.office.guard import has_one_time_password, staff_only
from motcua.web.office.signin.arriving import go_on
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

LONGEST = 200


@never_cache
@staff_only
@require_http_methods(["GET", "POST"])
def password(request: Viewed) -> HttpResponse:
    """Show the form, or take the new password; every other session of the account ends."""
    problems: dict[str, str] = {}
    if request.method == "POST":
        problems = _changed(request)
        if not problems:
            messages.success(request, _("Đã đổi mật khẩu."))
            return redirect("office:desk")
    context = {"problems": problems, "one_time": has_one_time_password(request), **place(request)}
    return render(request, "office/signin/password.html", context, status=422 if problems else 200)


def _changed(request: Viewed) -> dict[str, str]:
    """Change it; gives what is wrong, by field. Guessing the old one slows the guesser."""
    key, by, at = index_of(request.actor.id, "slow.password"), request.actor, request.at
    until = slowed_until(key, at)
    if until is not None:
        clock = until.astimezone(ZONE).strftime("%H:%M:%S")
        return {"old": _("Đã nhập sai nhiều lần. Vui lòng thử lại sau %(clock)s.") % {"clock": clock}}
    old, new, again = (request.POST.get(name, "")[:LONGEST] for name in ("old", "new", "again"))
    if new != again:
        return {"again": _("Hai lần nhập mật khẩu mới không giống nhau.")}
    try:
        account = change_password(account_id=UUID(by.id), old=old, new=new, by=by, at=at)
    except Incomplete as error:
        if "old" in dict(error.problems):
            note_failure(key=key, by=by, at=at)
        return {field: _(text) for field, text in error.problems}
    forgive(key=key, by=by, at=at)
    go_on(request, account)  # this session goes on, all others end
    return {}

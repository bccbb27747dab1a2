"""Adding an app that makes codes, and a passkey."""

import segno
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.accounts.errors import Incomplete, NotAllowed
from motcua.accounts.models import Account
from motcua.accounts.operations.factors import add_app, add_passkey
from motcua.accounts.queries.guarding import factors
from motcua.accounts.rules import passkeys, second_factor
from motcua.accounts.sealing import open_text, seal_text
from motcua.web.office.security.enrolling import enrolled, enroller, enrollers
from motcua.web.office.signin.passkey_site import challenge, new_challenge, site
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

KEPT = "app"
CONTEXT = "session.app"


@never_cache
@enrollers
@require_http_methods(["GET", "POST"])
def authenticator(request: Viewed, account: Account) -> HttpResponse:
    """Show the QR code for the app, and take its first code."""
    if request.method == "GET":
        return _show_app(request, account, second_factor.new_secret())
    kept = request.session.get(KEPT)
    if not kept:
        return _show_app(request, account, second_factor.new_secret())
    secret, name = open_text(bytes.fromhex(kept), CONTEXT), request.POST.get("name", "")[:60]
    try:
        made = add_app(
            account_id=account.pk,
            secret=secret,
            code=request.POST.get("code", "")[:20],
            name=name or _("Ứng dụng trên điện thoại"),
            by=enroller(account),
            at=request.at,
        )
    except Incomplete as error:
        return _show_app(request, account, secret, dict(error.problems), status=422)
    except NotAllowed as error:
        return _show_app(request, account, secret, {"": str(error)}, status=409)
    request.session.pop(KEPT, None)
    return enrolled(request, account, made)


def _show_app(
    request: Viewed, account: Account, secret: str, problems: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    request.session[KEPT] = seal_text(secret, CONTEXT).hex()
    address = second_factor.address_for_app(secret, str(account.username))
    context = {
        "qr": segno.make(address, error="m").svg_inline(border=2, omitsize=True),
        "secret": second_factor.grouped(secret),
        "problems": {field: _(text) for field, text in (problems or {}).items()},
        "name": request.POST.get("name", "")[:60],
    }
    return render(request, "office/security/authenticator.html", context, status=status)


@never_cache
@enrollers
@require_http_methods(["GET", "POST"])
def passkey(request: Viewed, account: Account) -> HttpResponse:
    """Have the browser make a passkey, and take it."""
    if request.method == "GET":
        return _show_passkey(request, account)
    asked, answer = challenge(request), request.POST.get("passkey", "")[:20_000]
    key = passkeys.made(site(request), answer, asked) if asked else None
    if key is None:
        problem = _("Trình duyệt chưa tạo được khóa truy cập. Xin thử lại hoặc dùng ứng dụng tạo mã.")
        return _show_passkey(request, account, problem, status=422)
    name = request.POST.get("name", "")[:60] or _("Khóa truy cập")
    try:
        made = add_passkey(account_id=account.pk, key=key, name=name, by=enroller(account), at=request.at)
    except (Incomplete, NotAllowed) as error:
        said = error.problems[0][1] if isinstance(error, Incomplete) else str(error)
        return _show_passkey(request, account, _(said), status=409)
    return enrolled(request, account, made)


def _show_passkey(request: Viewed, account: Account, problem: str = "", status: int = 200) -> HttpResponse:
    known = [bytes(one.credential_id) for one in factors(account.pk, "passkey") if one.credential_id]
    options, drawn = passkeys.ask_to_make(site(request), account.pk, str(account.username), known)
    new_challenge(request, drawn)
    context = {"options": options, "problem": problem, "name": request.POST.get("name", "")[:60]}
    return render(request, "office/security/passkey.html", context, status=status)

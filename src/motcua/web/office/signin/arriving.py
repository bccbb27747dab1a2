"""Coming in: halfway after the password, and wholly after the second factor."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth import login, update_session_auth_hash
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.accounts.models import Account
from motcua.accounts.operations.signing_in import note_sign_in
from motcua.accounts.queries.guarding import officer_account
from motcua.accounts.rules.second_factor import FRESH_FOR, HALF_WAY_FOR
from motcua.kernel.worktime import ZONE
from motcua.web.shared.arrivals import note_arrival
from motcua.web.shared.viewer import SECOND_KEY, Viewed

HALF_KEY, PROVEN_KEY = "half", "proven"
WORKING_DAY = 12 * 3600
"""A session at a desk ends with the day, not after a fortnight as at home."""


def begin(request: Viewed, account: Account, after: str) -> None:
    """Remember that the password was right; nothing is open yet: to every other page this is still a guest."""
    request.session.cycle_key()
    request.session[HALF_KEY] = {
        "account": str(account.pk),
        "hash": account.get_session_auth_hash(),
        "at": request.at.isoformat(),
        "next": after,
    }


def half_way(request: Viewed) -> Account | None:
    """Give the officer who has shown the password and nothing else yet; another password meanwhile ends that."""
    half = request.session.get(HALF_KEY)
    if not half or request.at - datetime.fromisoformat(half["at"]) > HALF_WAY_FOR:
        return None
    account = officer_account(UUID(half["account"]))
    return account if account and account.get_session_auth_hash() == half["hash"] else None


def after_half(request: Viewed) -> str:
    """Give where the officer wanted to go."""
    return str((request.session.get(HALF_KEY) or {}).get("next") or reverse("office:desk"))


def arrive(request: Viewed, account: Account, how: str) -> None:
    """Open the session wholly; `how` names password and second factor, if there was one."""
    login(request, account)
    request.session.pop(HALF_KEY, None)
    request.session.set_expiry(WORKING_DAY)
    request.session[SECOND_KEY] = "+" in how
    note_proof(request)
    note_sign_in(account_id=account.pk, how=how, by=request.actor, at=request.at)
    note_arrival(request, account.pk)


def go_on(request: Viewed, account: Account) -> None:
    """Keep this session while all others end: after another password, or another factor."""
    account.refresh_from_db()
    update_session_auth_hash(request, account)
    note_arrival(request, account.pk)


def note_proof(request: Viewed) -> None:
    """Remember that the officer has just shown who it is."""
    request.session[PROVEN_KEY] = request.at.isoformat()


def is_fresh(request: Viewed) -> bool:
    """Tell whether that was only a moment ago."""
    proven = request.session.get(PROVEN_KEY)
    return proven is not None and request.at - datetime.fromisoformat(proven) <= FRESH_FOR


def safe_next(request: Viewed) -> str:
    """Give where to go afterwards: a page of ours, else the desk."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=False)
    return wanted if wanted and safe else reverse("office:desk")


def clock(until: datetime) -> str:
    """Write to the second until when somebody waits: the first waits are short."""
    return until.astimezone(ZONE).strftime("%H:%M:%S")

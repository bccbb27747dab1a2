"""When a session was used last: noted every few minutes at most, and never on the way of an act."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY

from motcua.accounts.operations.sessions import note_seen

EVERY = timedelta(minutes=5)
MOST = 20_000
_noted: dict[str, datetime] = {}


def see(request: Any) -> None:
    """Note that an account's session read a page; what this process noted a moment ago costs nothing."""
    session = request.session
    if request.method != "GET" or not session.accessed or SESSION_KEY not in session:
        return
    key, before = session.session_key, _noted.get(session.session_key)
    if key is None or (before is not None and timedelta(0) <= request.at - before < EVERY):
        return
    if len(_noted) >= MOST:
        _noted.clear()
    _noted[key] = request.at
    note_seen(session_key=key, by=request.actor, at=request.at)

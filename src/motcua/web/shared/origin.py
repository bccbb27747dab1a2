"""Where a request comes from, as the edge sees it: kept as keyed hashes, never as an address."""

from django.conf import settings

from motcua.accounts.sealing import index_of
from motcua.dossiers.trace import Trace
from motcua.web.shared.proxies import within
from motcua.web.shared.viewer import Viewed


def trace(request: Viewed) -> Trace:
    """Say where a filing comes from, as the edge sees it."""
    if request.session.session_key is None:
        request.session.create()
    address = request.META.get("REMOTE_ADDR", "")
    return Trace(
        session=request.session.session_key or "",
        address=address,
        office_network=request.actor.kind == "officer" or within(address, settings.OFFICE_NETWORKS),
    )


def guesser(request: Viewed, door: str) -> bytes:
    """Name who is guessing, by address and session, never what is guessed at."""
    return index_of(
        f"{request.META.get('REMOTE_ADDR', '')}|{request.session.session_key or ''}", f"slow.{door}"
    )


def asker(request: Viewed) -> bytes:
    """Name who asks for a code, by address alone: a new session costs nothing."""
    return index_of(request.META.get("REMOTE_ADDR", ""), "asker")

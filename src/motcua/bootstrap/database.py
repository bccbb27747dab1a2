"""The front door: where the database is, and that it is up."""

import time

from motcua.bootstrap import postgres, roles
from motcua.bootstrap.addresses import Addresses, addresses
from motcua.bootstrap.errors import DatabaseUnreachable
from motcua.bootstrap.home import Home
from motcua.bootstrap.locks import exclusive

__all__ = ["Addresses", "addresses", "ensure_up", "stop"]

ATTEMPTS, PAUSE_SECONDS = 10, 0.2


def ensure_up(home: Home) -> bool:
    """See that the database answers with both roles in place; return whether a server was started for it."""
    if home.url is not None:
        _see_to_roles(home)
        return False
    started = postgres.start(home)
    for attempt in range(ATTEMPTS):
        try:
            _see_to_roles(home)
            break
        except DatabaseUnreachable:
            # A server killed a moment ago still looks alive until the kernel has buried it.
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(PAUSE_SECONDS)
            started = postgres.start(home) or started
    return started


def stop(home: Home) -> bool:
    """Stop the embedded server; return whether one was running. A foreign database is left alone."""
    return home.url is None and postgres.stop(home)


def _see_to_roles(home: Home) -> None:
    where = addresses(home)
    if not roles.works(where):
        with exclusive(home.var / "roles.lock"):
            roles.prepare(where, home.secrets)

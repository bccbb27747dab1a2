"""The front door: where the database is, and that it is up."""

from motcua.bootstrap import postgres, roles
from motcua.bootstrap.addresses import Addresses, addresses
from motcua.bootstrap.home import Home
from motcua.bootstrap.locks import exclusive

__all__ = ["Addresses", "addresses", "ensure_up", "stop"]


def ensure_up(home: Home) -> bool:
    """See that the database answers with both roles in place; return whether a server was started for it."""
    started = home.url is None and postgres.start(home)
    if started or home.url is not None or not roles.works(addresses(home)):
        with exclusive(home.var / "roles.lock"):
            roles.prepare(addresses(home), home.secrets)
    return started


def stop(home: Home) -> bool:
    """Stop the embedded server; return whether one was running. A foreign database is left alone."""
    return home.url is None and postgres.stop(home)

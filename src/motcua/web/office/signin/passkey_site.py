"""Our site as passkeys know it, and the challenge a browser has to answer: kept in the session, good once."""

from motcua.accounts.rules.passkeys import Site
from motcua.web.shared.viewer import Viewed

CHALLENGE_KEY = "challenge"


def site(request: Viewed) -> Site:
    """Name the site by the host people came to; hosts that are not ours were refused before."""
    host = request.get_host()
    return Site(host.rsplit(":", 1)[0] if ":" in host else host, f"{request.scheme}://{host}")


def new_challenge(request: Viewed, drawn: bytes) -> None:
    """Keep the challenge of the page that is shown now; an earlier one is forgotten."""
    request.session[CHALLENGE_KEY] = drawn.hex()


def challenge(request: Viewed) -> bytes | None:
    """Take the challenge: whatever comes of it, the next answer needs another."""
    kept = request.session.pop(CHALLENGE_KEY, None)
    return bytes.fromhex(kept) if kept else None

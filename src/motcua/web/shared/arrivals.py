"""A session that has just begun, or got another key: noted for the list of where one is signed in."""

from uuid import UUID

from motcua.accounts.operations.sessions import Arrival, note_session
from motcua.web.shared.viewer import Viewed


def note_arrival(request: Viewed, account_id: UUID) -> None:
    """Note browser and coarse network of this session."""
    if not request.session.session_key:
        request.session.save()
    arrival = Arrival(
        account_id,
        request.session.session_key or "",
        request.headers.get("User-Agent", ""),
        request.META.get("REMOTE_ADDR", ""),
    )
    note_session(arrival=arrival, by=request.actor, at=request.at)

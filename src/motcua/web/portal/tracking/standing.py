"""Whose dossier is it? The owner's account and a session that has shown the secret; nobody else learns anything."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404

from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries.codes import dossier_of
from motcua.dossiers.queries.viewing import View, dossier_for
from motcua.kernel.actors import Actor
from motcua.web.portal.people import follower, has_opened
from motcua.web.shared.viewer import Viewed


@dataclass(frozen=True)
class Seen:
    """A dossier opened for the person at the portal."""

    view: View
    by: Actor
    holds_secret: bool

    @property
    def act(self) -> dict[str, Any]:
        """Give what every operation on it takes."""
        return {"dossier_id": self.view.dossier.id, "by": self.by, "holds_secret": self.holds_secret}


def seen(request: Viewed, code: str) -> Seen | None:
    """Open a dossier by its code; None for strangers and for unknown codes alike."""
    dossier_id: UUID | None = dossier_of(code)
    if dossier_id is None:
        return None
    by, holds_secret = follower(request, dossier_id), has_opened(request, dossier_id)
    try:
        return Seen(dossier_for(by, dossier_id, holds_secret=holds_secret), by, holds_secret)
    except NotFound:
        return None


def seen_or_404(request: Viewed, code: str) -> Seen:
    """Open a dossier by its code; a stranger is told that there is no such page."""
    found = seen(request, code)
    if found is None:
        raise Http404
    return found

"""Handing in a result that an agency has issued before, from one's own store, instead of a photo of it."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers.models import DraftFile
from motcua.dossiers.operations.drafting import attach
from motcua.dossiers.queries.own_results import own_result
from motcua.kernel.actors import Actor
from motcua.papers.opening import open as open_paper


def reuse(*, draft_id: UUID, component: int, result_id: UUID, by: Actor, at: datetime) -> DraftFile:
    """Put a valid result of one's own into a draft, byte for byte: the office sees that it is genuine.

    A copy, so that the draft can be thrown away. Raises NotFound, and what `attach` raises.
    """
    found, grant = own_result(by, result_id, at)
    with open_paper(grant).stream as stream:
        name = f"{found.code}.{grant.name.rpartition('.')[2]}"
        return attach(draft_id=draft_id, component=component, stream=stream, name=name, by=by, at=at)

"""Reading one's own drafts."""

import json
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.accounts.queries.consents import consent, helping, helps
from motcua.accounts.sealing import index_of, open_text
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Draft, DraftFile
from motcua.kernel.actors import GUEST, Actor
from motcua.ledger.reading import read
from motcua.papers.models import File

Answers = dict[str, Any]


def guest_key(by: Actor) -> bytes:
    """Give the keyed name under which a guest's drafts are kept."""
    return index_of(by.id, "draft.guest")


def can_own(by: Actor) -> bool:
    """Tell whether this is somebody in particular: an account, or a guest whose session has its own name."""
    return by.kind == "citizen" or (by.kind == "guest" and by.id != GUEST.id)


def belongs(draft: Draft, by: Actor) -> bool:
    """Tell whether the draft is this person's, or is being filled in by this helper with a consent that holds."""
    if draft.consent_id is not None:
        return helps(by, consent(draft.consent_id))
    if not can_own(by):
        return False
    if by.kind == "guest":
        return draft.guest_key is not None and bytes(draft.guest_key) == guest_key(by)
    return draft.account_id is not None and str(draft.account_id) == by.id


def own(draft_id: UUID, by: Actor, *, lock: bool = False) -> Draft:
    """Read one's own draft that is still open. Raises NotFound for anybody else."""
    condition = "id = %s AND discarded_at IS NULL" + (" FOR UPDATE" if lock else "")
    for draft in read(Draft, condition, [draft_id]):
        if belongs(draft, by):
            return draft
    raise NotFound


def sizes_of(draft: Draft) -> list[int]:
    """List the sizes in bytes of the files that are in the draft now."""
    chosen = "SELECT file_id FROM dossiers_draftfile WHERE draft_id = %s AND taken_out_at IS NULL"
    return [one.size for one in read(File, f"id IN ({chosen})", [draft.id])]


def answers_of(draft: Draft) -> Answers:
    """Open what was typed."""
    return dict(json.loads(open_text(draft.answers_sealed, "draft.answers")))


def kept_files(draft: Draft) -> QuerySet[DraftFile]:
    """Give the files that are in the draft now."""
    return draft.files.filter(taken_out_at=None)


def kept_in_order(draft: Draft) -> list[DraftFile]:
    """List the files that are in the draft now, as they will stand in the dossier."""
    return read(DraftFile, "draft_id = %s AND taken_out_at IS NULL ORDER BY component, id", [draft.id])


def open_drafts(viewer: Actor, limit: int = 20) -> list[Draft]:
    """List one's drafts that were not filed yet, newest first."""
    if not can_own(viewer):
        return []
    rows = Draft.objects.filter(dossier_id=None, discarded_at=None)
    if viewer.kind == "guest":
        rows = rows.filter(guest_key=guest_key(viewer))
    else:
        held = [one.id for one in helping(viewer) if one.holds]
        rows = rows.filter(Q(account_id=UUID(viewer.id)) | Q(consent_id__in=held))
    return list(rows.order_by("-id")[:limit])

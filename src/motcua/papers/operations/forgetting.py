"""Forgetting files that were never filed: the rows with the act that decides so, the bytes after it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from motcua.kernel.actors import Actor
from motcua.papers import orphans
from motcua.papers.disk import folder_of
from motcua.papers.models import File
from motcua.papers.queries import kept


def forget_rows(*, file_ids: Sequence[UUID], by: Actor, at: datetime) -> int:
    """Remove the rows of files; the owning room has decided. Another room's row that holds one prevents it."""
    del by, at
    return File.objects.filter(id__in=file_ids).delete()[0]


def put_aside(*, file_ids: Sequence[UUID], by: Actor, at: datetime) -> int:
    """Put the bytes of files without a row aside, to be removed a month later; gives how many there were."""
    del by, at
    known = kept(file_ids)
    folders = [folder_of(file_id) for file_id in file_ids if file_id not in known]
    lying = [folder for folder in folders if folder.exists()]
    for folder in lying:
        orphans.put_aside(folder)
    return len(lying)

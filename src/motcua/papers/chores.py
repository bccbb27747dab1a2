"""What papers do by the clock."""

from datetime import datetime

from motcua.papers import orphans, parts
from motcua.papers.queries import kept


def sweep_orphans(*, at: datetime) -> int:  # noqa: ARG001 - ages are told by the disk's own clock
    """Put aside folders without a row that are older than a day; gives how many."""
    swept = 0
    for folders in orphans.old_folders():
        known = kept([file_id for file_id, _ in folders])
        for file_id, folder in folders:
            if file_id not in known:
                orphans.put_aside(folder)
                swept += 1
    orphans.remove_old()
    return swept


def sweep_parts(*, at: datetime) -> int:  # noqa: ARG001 - ages are told by the disk's own clock
    """Remove the beginnings of files that nobody has gone on with for a day; gives of how many drafts."""
    return parts.sweep()

"""Folders that no row knows: what is left when a process died between writing a file and committing its row.

They are put aside for a month before they are removed: a database that was restored, or the wrong database
beside these files, must not cost a single paper. Ages are told by the disk's own clock, because the portal's
may be set.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

_DAY = 24 * 3600.0
_ASIDE = "orphans"
_KEPT_ASIDE = 30 * _DAY
_MONTHS = 3


def old_folders() -> Iterator[list[tuple[UUID, Path]]]:
    """Give, month by month, the folders of the newest months that have not changed for a day."""
    root = Path(settings.FILES_ROOT)
    months = sorted(root.glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]"))[-_MONTHS:]
    moment = disk_clock(root) if months else 0.0
    for month in months:
        yield [
            (UUID(folder.name), Path(folder.path))
            for folder in os.scandir(month)
            if len(folder.name) == 36 and moment - folder.stat().st_mtime > _DAY
        ]


def put_aside(folder: Path) -> None:
    """Move a folder out of the way."""
    aside = Path(settings.FILES_ROOT) / _ASIDE
    aside.mkdir(exist_ok=True)
    os.utime(folder)
    folder.rename(aside / folder.name)


def remove_old() -> None:
    """Remove what was put aside a month ago."""
    aside = Path(settings.FILES_ROOT) / _ASIDE
    if not aside.exists():
        return
    moment = disk_clock(aside.parent)
    for folder in os.scandir(aside):
        if moment - folder.stat().st_mtime > _KEPT_ASIDE:
            shutil.rmtree(folder.path, ignore_errors=True)


def disk_clock(root: Path) -> float:
    """Tell the time by the disk on which the files lie."""
    mark = root / ".clock"
    mark.touch()
    return mark.stat().st_mtime

"""Taking scans from the watched folder: no file is lost, and none is taken twice, whenever the worker dies.

The row commits first, then the file is moved. A file found again is known by its content and only moved.
"""

import logging
from datetime import datetime
from pathlib import Path

from django.conf import settings

from motcua.directory.queries import agency
from motcua.dossiers.models import Scan
from motcua.dossiers.operations.scanning import add_from_folder, refuse_from_folder
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE
from motcua.papers import folder
from motcua.papers.errors import Refused
from motcua.papers.folder import Found

LOG = logging.getLogger(__name__)


def collect(*, by: Actor, at: datetime) -> int:
    """Look into the folder of each agency; gives how many files were moved. One that fails keeps no other waiting."""
    root, on = Path(settings.SCANS_ROOT), at.astimezone(ZONE).date()
    if not root.is_dir():
        LOG.error("the folder of scans %s is not there", root)
        return 0
    moved = 0
    for place in folder.places(root):
        if agency(place.name, on) is None:
            LOG.error("the folder of scans holds %s, which is no agency", place.name)
            continue
        for found in folder.complete(place):
            moved += _collected(found, place.name, by, at)
    return moved


def _collected(found: Found, agency_id: str, by: Actor, at: datetime) -> bool:
    try:
        scan = _known(found, agency_id) or _taken(found, agency_id, by, at)
        if scan is None:
            return False
        if scan.state == "refused":
            folder.put_refused(found, scan.problem)
        else:
            folder.put_done(found)
    except Exception:
        LOG.exception("a file of the folder of scans of %s could not be taken", agency_id)
        return False
    return True


def _known(found: Found, agency_id: str) -> Scan | None:
    return Scan.objects.filter(agency_id=agency_id, digest=found.digest).first()


def _taken(found: Found, agency_id: str, by: Actor, at: datetime) -> Scan | None:
    """Take a new file; None for one that cannot be read yet, of which more may come."""
    name = found.path.name
    try:
        with found.path.open("rb") as stream:
            return add_from_folder(
                agency_id=agency_id, name=name, stream=stream, digest=found.digest, by=by, at=at
            )
    except Refused as refused:
        if not found.settled:
            return None
        return refuse_from_folder(
            agency_id=agency_id, name=name, digest=found.digest, refused=refused, by=by, at=at
        )

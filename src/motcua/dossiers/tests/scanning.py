"""Scanned paper for tests."""

import io
from datetime import datetime
from uuid import UUID

from motcua.dossiers.models import ScanPart
from motcua.dossiers.operations.scanning import Stack, add_scan, read_scan
from motcua.kernel.actors import Actor
from motcua.papers.tests.factories import photo


def loose_pages(by: Actor, at: datetime) -> UUID:
    """Scan a page without a separator sheet; gives the id of the part that waits to be bound."""
    scan = add_scan(stack=Stack(files=[("quet.jpg", io.BytesIO(photo()))]), by=by, at=at)
    read_scan(scan_id=scan.id, by=by, at=at)
    return ScanPart.objects.get(scan=scan).id

"""Daily anchors: the list of all chain heads, hashed onto yesterday's, kept as a file too."""

import json
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from motcua.ledger.models import Anchor, ChainHead
from motcua.ledger.rules.canonical import GENESIS, digest


def anchor_day(*, day: date, at: datetime) -> Anchor:
    """Make the anchor of a day, once; a second call gives the same anchor and writes its file again."""
    with transaction.atomic():
        anchor = Anchor.objects.filter(day=day).first()
        if anchor is None:
            heads = {
                head.chain: [head.sequence, bytes(head.hash).hex()]
                for head in ChainHead.objects.select_for_update().order_by("chain")
            }
            before = Anchor.objects.filter(day__lt=day).order_by("-day").first()
            previous = bytes(before.hash) if before else GENESIS
            anchor = Anchor.objects.create(
                day=day, heads=heads, previous=previous, hash=anchor_hash(day, heads, previous), made_at=at
            )
    _write_file(anchor)
    return anchor


def anchor_hash(day: date, heads: dict[str, list[object]], previous: bytes) -> bytes:
    """Hash a day's list of heads onto the day before."""
    return digest({"day": day, "heads": heads}, previous)


def anchor_files() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Read the anchors kept outside the database, oldest first; an unreadable file has no content."""
    for path in sorted(Path(settings.ANCHORS_ROOT).glob("????-??-??.json")):
        try:
            yield path, dict(json.loads(path.read_text("utf-8")))
        except ValueError:
            yield path, {}


def _write_file(anchor: Anchor) -> None:
    folder = Path(settings.ANCHORS_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{anchor.day.isoformat()}.json"
    content = {
        "day": anchor.day.isoformat(),
        "heads": anchor.heads,
        "previous": bytes(anchor.previous).hex(),
        "hash": bytes(anchor.hash).hex(),
    }
    unfinished = target.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(target)

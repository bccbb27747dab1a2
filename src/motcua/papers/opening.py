"""Opening a granted file: the room that gave the grant has decided, nothing is decided here."""

from dataclasses import dataclass
from typing import BinaryIO

from motcua.papers import disk
from motcua.papers.errors import Gone
from motcua.papers.grants import Grant
from motcua.papers.models import File


@dataclass(frozen=True)
class Opened:
    """An open file; who takes it closes it."""

    stream: BinaryIO
    media_type: str
    length: int


def open(grant: Grant) -> Opened:  # noqa: A001 - papers.opening.open reads as it is meant
    """Open what the grant names. Raises Gone."""
    file = File.objects.filter(id=grant.file_id).exclude(state="gone").first()
    if file is None:
        raise Gone
    try:
        stream = disk.path_of(file.id, grant.variant).open("rb")
    except FileNotFoundError as error:
        raise Gone from error
    length = stream.seek(0, 2)
    stream.seek(0)
    return Opened(stream, file.media_type if grant.variant == disk.ORIGINAL else "application/pdf", length)

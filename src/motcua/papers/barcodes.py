"""Barcodes on the pages of a kept PDF, read in a child process by the worker."""

import json
import subprocess
import sys

from motcua.papers import disk
from motcua.papers.models import File

_SECONDS = 600


class Unread(Exception):
    """The pages could not be read for barcodes."""


def read_barcodes(file: File) -> list[list[str]]:
    """Give the texts of the barcodes on each page. Raises Unread."""
    order = [sys.executable, "-m", "motcua.papers.reading_sheets", str(disk.path_of(file.id))]
    try:
        done = subprocess.run(order, capture_output=True, timeout=_SECONDS, check=True)
        return [[str(text) for text in page] for page in json.loads(done.stdout)]
    except (subprocess.SubprocessError, ValueError) as error:
        raise Unread from error

"""Free text: a reason has to say something; it stays in its row, and facts carry its hash."""

import hashlib

from motcua.dossiers.errors import Incomplete
from motcua.kernel.words import mark

REASON_AT_LEAST = 10
"""A reason shorter than this many characters explains nothing."""


def require_reason(reason: str) -> None:
    """Raise Incomplete unless the reason says something."""
    if len(reason.strip()) < REASON_AT_LEAST:
        raise Incomplete([("reason", mark("Cần nêu rõ lý do để công dân hiểu được."))])


def sha256(text: str) -> str:
    """Hash a free text for the fact that refers to it."""
    return hashlib.sha256(text.encode()).hexdigest()

"""Free text: a reason has to say something; it stays in its row, and facts carry its hash."""

import hashlib

from motcua.dossiers.errors import Incomplete
from motcua.kernel.words import mark

REASON_AT_LEAST = 10
"""A reason shorter than this many characters explains nothing."""


def reason_problems(reason: str) -> list[tuple[str, str]]:
    """Name what is wrong with a reason that says nothing."""
    if len(reason.strip()) >= REASON_AT_LEAST:
        return []
    return [("reason", mark("Cần nêu rõ lý do để công dân hiểu được."))]


def require_reason(reason: str) -> None:
    """Raise Incomplete unless the reason says something."""
    if problems := reason_problems(reason):
        raise Incomplete(problems)


def sha256(text: str) -> str:
    """Hash a free text for the fact that refers to it."""
    return hashlib.sha256(text.encode()).hexdigest()

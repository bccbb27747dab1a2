"""Free text stays in its row; facts carry its hash."""

import hashlib


def sha256(text: str) -> str:
    """Hash a free text for the fact that refers to it."""
    return hashlib.sha256(text.encode()).hexdigest()

"""Which chain a fact hangs on: one per agency, or one of sixteen by the actor."""

import hashlib

LOOSE_CHAINS = 16


def chain_of(unit: str | None, actor_id: str) -> str:
    """Name the chain without its month: the agency's, or `~0` … `~15` for facts without an agency."""
    if unit:
        return unit
    return f"~{hashlib.sha256(actor_id.encode()).digest()[0] % LOOSE_CHAINS}"

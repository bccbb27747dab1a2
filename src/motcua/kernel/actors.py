"""Who acts: a frozen value that every room takes and the ledger stores by its ids."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["citizen", "firm", "officer", "guest", "system", "partner"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One person or machine doing one act.

    `unit` is the agency for which an officer acts; `roles` are the officer's roles in that agency on the
    day of the act; `on_behalf_of` is the party represented; `via` names the door (portal, desk, command …).
    """

    kind: Kind
    id: str
    unit: str | None = None
    roles: frozenset[str] = field(default_factory=frozenset)
    on_behalf_of: str | None = None
    via: str = "portal"

    def has(self, *roles: str) -> bool:
        """Tell whether the actor holds one of these roles."""
        return not self.roles.isdisjoint(roles)


SYSTEM = Actor(kind="system", id="system", via="system")
GUEST = Actor(kind="guest", id="guest")
"""Anybody who has no name of their own in a session yet: reads what is public, and owns nothing."""

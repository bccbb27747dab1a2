"""Who may give a lost second factor back: two people, never one, and never the person concerned.

One of them keeps the accounts of the agency. The other keeps them too, or oversees the province. What the officer
may do, the two together must be allowed to give: two keepers of accounts do not let themselves in as a head.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.accounts.rules.staffing import GIVES, ROLES
from motcua.kernel.actors import Actor

VALID_FOR = timedelta(days=3)
EYES = 2


@dataclass(frozen=True, slots=True)
class Yes:
    """One confirmation: whose, and with which roles it was given."""

    by: str
    roles: frozenset[str]
    here: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A recovery that was asked for: whose, where, what the officer may do there and whether also elsewhere."""

    account_id: str
    agency_id: str
    held: frozenset[str]
    elsewhere: bool
    asked_at: datetime
    given: tuple[Yes, ...] = ()

    def lasts(self, at: datetime) -> bool:
        """Tell whether it may still be confirmed."""
        return at <= self.asked_at + VALID_FOR


def yes_of(viewer: Actor, wanted: Wanted) -> Yes | None:
    """Give the confirmation this viewer could give, if it counts at all."""
    here = viewer.unit == wanted.agency_id and viewer.has("head", "admin")
    if viewer.kind != "officer" or not (here or viewer.has("oversight")):
        return None
    return Yes(viewer.id, viewer.roles & frozenset(ROLES), here)


def may_confirm(viewer: Actor, wanted: Wanted) -> bool:
    """Tell whether the viewer may confirm now: as the first, or as the second beside the first."""
    yes = yes_of(viewer, wanted)
    if yes is None or viewer.id == wanted.account_id or any(one.by == yes.by for one in wanted.given):
        return False
    return len(wanted.given) < EYES - 1 or complete(wanted, (*wanted.given, yes))


def may_see(viewer: Actor, wanted: Wanted) -> bool:
    """Tell whether the viewer is shown the request."""
    return yes_of(viewer, wanted) is not None and viewer.id != wanted.account_id


def complete(wanted: Wanted, given: Iterable[Yes]) -> bool:
    """Tell whether these confirmations together are enough."""
    found = {one.by: one for one in given if one.by != wanted.account_id}
    roles = frozenset[str]().union(*(one.roles for one in found.values()))
    overseen = "oversight" in roles
    given_by = frozenset[str]().union(*(GIVES.get(role, frozenset()) for role in roles))
    covered = overseen or (not wanted.elsewhere and wanted.held <= given_by)
    return len(found) >= EYES and any(one.here for one in found.values()) and covered

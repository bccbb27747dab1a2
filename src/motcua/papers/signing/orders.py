"""What is to be signed, as what, and where it shows."""

from dataclasses import dataclass

from motcua.papers.rules.signatures import Role


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a signature shows: on a page (from 0), in points from its lower left corner."""

    page: int
    left: int
    bottom: int
    right: int
    top: int


@dataclass(frozen=True, slots=True)
class Left:
    """An empty field that the first signature leaves for a later one, which will show at a spot."""

    role: Role
    spot: Spot
    name: str = "1"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be signed as what.

    `name` tells signatures in one role apart, in letters and digits. A first signature shows at `spot`; a later one
    shows where the first has left a field for it, as nothing new may appear on a certified page. `drawn` is a PDF
    whose first page is shown there, shrunk to fit.
    """

    role: Role
    reason: str
    name: str = "1"
    location: str = ""
    spot: Spot | None = None
    drawn: bytes = b""
    left: tuple[Left, ...] = ()

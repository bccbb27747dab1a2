"""How often one asker may do what costs others something: one table, act by act.

Counted is who asks (session and network), never what is asked for: nobody closes a dossier, a contact or an account
to others by asking. Wrong guesses are counted apart and slow the guesser (`slowing.py`), codes sent to one
contact grow slower and longer (`codes.py`); these limits only keep one machine from taking everybody's place.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
OFFICE_FACTOR = 10
"""A whole office, and the people at its counters, sit behind one address; so do the subscribers of a mobile network,
for whom the numbers of a network are high."""
PREFIXES = {4: 32, 6: 56}
"""What one subscriber is given: an address, or a network of version 6."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in a window: for one session, and for all that come from one network."""

    session: int
    network: int
    window: timedelta
    methods: tuple[str, ...] = ("POST",)


LIMITS: dict[str, Limit] = {
    "code": Limit(session=10, network=300, window=HOUR),
    "sign_in": Limit(session=30, network=120, window=10 * MINUTE),
    "second_factor": Limit(session=30, network=120, window=10 * MINUTE),
    "draft": Limit(session=30, network=1_000, window=HOUR),
    "filing": Limit(session=30, network=1_000, window=HOUR),
    "upload": Limit(session=200, network=5_000, window=HOUR),
    "piece": Limit(session=4_000, network=100_000, window=HOUR),
    "tracking": Limit(session=30, network=1_000, window=10 * MINUTE),
    "verify": Limit(session=20, network=300, window=10 * MINUTE),
    "search": Limit(session=120, network=3_000, window=MINUTE, methods=("GET",)),
    "suggest": Limit(session=600, network=10_000, window=MINUTE, methods=("GET",)),
}


def network_of(address: str) -> str:
    """Give the network of one subscriber; nothing for this machine itself, or when no address is known."""
    try:
        one = ip_address(address)
    except ValueError:
        return ""
    return "" if one.is_loopback else str(ip_network((one, PREFIXES[one.version]), strict=False))


def window_end(at: datetime, window: timedelta) -> datetime:
    """Give when the window that holds this moment ends: windows follow one another from the epoch on."""
    seconds = int(window.total_seconds())
    return datetime.fromtimestamp((int(at.timestamp()) // seconds + 1) * seconds, tz=at.tzinfo)

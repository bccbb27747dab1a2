"""A carrier of short messages that runs on a laptop.

A phone ending in 003 is down for the first three tries, 004 is refused, at 005 the message arrives but the
answer is lost, at 006 the first try is lost with its answer.
"""

from pathlib import Path

from motcua.gateways import carrying
from motcua.gateways.journal import Entry, Journal
from motcua.gateways.sms.port import Sms
from motcua.gateways.status import Known

_MANNERS: dict[str, carrying.Manner] = {
    "003": "down",
    "004": "refuse",
    "005": "answer_lost",
    "006": "both_lost",
}


class Simulator:
    """Keeps what it carried in `sms.jsonl`."""

    def __init__(self, root: Path) -> None:
        self._journal = Journal(root / "sms.jsonl")

    def send(self, sms: Sms) -> None:
        """Take a message."""
        manner = _MANNERS.get(sms.to[-3:], "well")
        carrying.carry(self._journal, manner, sms.key, sms.to, ("", sms.text))

    def status(self, key: str) -> Known:
        """Tell what became of a message."""
        return carrying.known(self._journal, key)

    def newest(self, limit: int, to: str = "") -> list[Entry]:
        """List what arrived, newest first."""
        return self._journal.newest(limit, to)

"""A carrier of mail that runs on a laptop.

An address beginning `cham.` is down for the first three tries, `loi.` is refused, at `mat.` the letter
arrives but the answer is lost, at `lac.` the first try is lost with its answer.
"""

from pathlib import Path

from motcua.gateways import carrying
from motcua.gateways.journal import Entry, Journal
from motcua.gateways.mail.port import Letter
from motcua.gateways.status import Known

_MANNERS: dict[str, carrying.Manner] = {
    "cham": "down",
    "loi": "refuse",
    "mat": "answer_lost",
    "lac": "both_lost",
}


class Simulator:
    """Keeps what it carried in `mail.jsonl`."""

    def __init__(self, root: Path) -> None:
        self._journal = Journal(root / "mail.jsonl")

    def send(self, letter: Letter) -> None:
        """Take a letter."""
        head, dot, _ = letter.to.partition(".")
        manner = _MANNERS.get(head, "well") if dot else "well"
        carrying.carry(self._journal, manner, letter.key, letter.to, (letter.subject, letter.text))

    def status(self, key: str) -> Known:
        """Tell what became of a letter."""
        return carrying.known(self._journal, key)

    def newest(self, limit: int, to: str = "") -> list[Entry]:
        """List what arrived, newest first."""
        return self._journal.newest(limit, to)

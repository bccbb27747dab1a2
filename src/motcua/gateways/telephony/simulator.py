"""A telephone gateway that runs on a laptop: calls are placed on the simulators' page.

A number ending in 003 does not pick up when it is called back; at 004 the gateway tells the call twice, under one
key; at 005 the line is down for a call back.
"""

import json
from datetime import datetime
from pathlib import Path

from motcua.gateways import clock
from motcua.gateways.errors import Unavailable
from motcua.gateways.journal import Entry, Journal
from motcua.gateways.telephony.port import MissedCall, Rung, Told

TOLD_TWICE, NO_ANSWER, DOWN = "004", "003", "005"


class Simulator:
    """Keeps what rang in `calls.jsonl`, and how far it was confirmed in `calls.upto`."""

    def __init__(self, root: Path) -> None:
        self._path = root / "calls.jsonl"
        self._upto = root / "calls.upto"
        self._journal = Journal(self._path)

    def place(self, number: str, called: str, at: datetime) -> None:
        """Ring a duty number and hang up."""
        entry = Entry(at.isoformat(), f"{number}|{called}|{at.isoformat()}", called, "", number, "accepted")
        with self._journal.opened() as page:
            for _ in range(2 if number.endswith(TOLD_TWICE) else 1):
                page.note(entry)

    def missed(self, limit: int) -> Told:
        """Tell the calls that were not confirmed yet."""
        lines = self._path.read_text("utf-8").splitlines() if self._path.exists() else []
        start = int(self._upto.read_text("utf-8")) if self._upto.exists() else 0
        entries = [Entry(**json.loads(line)) for line in lines[start : start + limit]]
        calls = tuple(
            MissedCall(one.key, one.text, one.to, datetime.fromisoformat(one.at))
            for one in entries
            if one.outcome == "accepted"
        )
        return Told(calls, (), str(start + len(entries)))

    def confirm(self, upto: str) -> None:
        """Go on from here next time."""
        self._upto.parent.mkdir(parents=True, exist_ok=True)
        self._upto.write_text(upto, "utf-8")

    def ring(self, number: str, called: str) -> Rung:
        """Ring somebody back."""
        if number.endswith(DOWN):
            raise Unavailable("the line is down")
        outcome = Rung.NOT_PICKED_UP if number.endswith(NO_ANSWER) else Rung.PICKED_UP
        with self._journal.opened() as page:
            page.note(Entry(clock.now().isoformat(), f"back|{number}", number, called, "", outcome))
        return outcome

    def newest(self, limit: int) -> list[Entry]:
        """List the calls that were placed, newest first."""
        return self._journal.newest(limit)

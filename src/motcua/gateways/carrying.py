"""How both simulated carriers behave: idempotent by key, and badly when the address asks for it."""

from typing import Literal

from motcua.gateways import clock
from motcua.gateways.errors import Refused, Unavailable, Unclear
from motcua.gateways.journal import Entry, Journal
from motcua.gateways.status import Known

Manner = Literal["well", "down", "refuse", "answer_lost", "both_lost"]
DOWN_FOR = 3


def carry(journal: Journal, manner: Manner, key: str, to: str, words: tuple[str, str]) -> None:
    """Take one message. Raises Refused, Unavailable, Unclear as the manner asks."""
    with journal.opened() as page:
        before = page.outcomes(key)
        if "accepted" in before:
            return
        outcome = _outcome(manner, before)
        page.note(Entry(clock.now().isoformat(), key, to, *words, outcome))
    if outcome == "refused":
        raise Refused("simulator: this address takes nothing")
    if outcome == "unavailable":
        raise Unavailable("simulator: out of order for a while")
    if outcome == "lost" or manner == "answer_lost":
        raise Unclear("simulator: the line broke before the answer")


def known(journal: Journal, key: str) -> Known:
    """Tell what became of a key."""
    with journal.opened() as page:
        outcomes = page.outcomes(key)
    if "accepted" in outcomes:
        return Known.ACCEPTED
    return Known.REFUSED if "refused" in outcomes else Known.ABSENT


def _outcome(manner: Manner, before: list[str]) -> str:
    if manner == "refuse":
        return "refused"
    if manner == "down" and len(before) < DOWN_FOR:
        return "unavailable"
    if manner == "both_lost" and not before:
        return "lost"
    return "accepted"

"""Proof that nothing was altered: recompute every chain and hold it against the anchors."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from motcua.ledger.access import AccessSealed, sealed_digest
from motcua.ledger.anchors import anchor_hash
from motcua.ledger.models import AccessNote, Anchor, ChainHead, Event
from motcua.ledger.rules.canonical import GENESIS, digest

FIELDS = (
    "id", "v", "name", "subject", "thread", "actor_kind", "actor_id", "actor_unit", "on_behalf_of", "via", "unit",
    "facts", "at", "recorded_at", "chain", "sequence",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """The first thing that is not as it was written in one chain, day or batch."""

    kind: str
    where: str
    row: str
    reason: str


def verify(progress: Callable[[int], None] = lambda _: None) -> tuple[int, list[Finding]]:
    """Check all events, heads, anchors and sealed reads; gives how many events were checked and the findings."""
    checked, findings = 0, []
    tips: dict[str, dict[int, str]] = {}
    wanted = _anchored()
    for chain, events in groupby(_events(), key=lambda row: row["chain"]):
        count, finding, known = _chain(chain, events, wanted.get(chain, set()))
        tips[chain] = known
        checked += count
        progress(checked)
        if finding:
            findings.append(finding)
    findings += _heads(tips)
    findings += list(_anchors(tips))
    findings += list(_reads())
    return checked, findings


def _events() -> Iterator[dict[str, Any]]:
    rows = Event.objects.order_by("chain", "sequence", "id").values(*FIELDS, "previous", "hash")
    return rows.iterator(chunk_size=2000)


def _anchored() -> dict[str, set[int]]:
    wanted: dict[str, set[int]] = {}
    for anchor in Anchor.objects.all():
        for chain, (sequence, _) in anchor.heads.items():
            wanted.setdefault(chain, set()).add(sequence)
    return wanted


def _chain(
    chain: str, events: Iterator[dict[str, Any]], wanted: set[int]
) -> tuple[int, Finding | None, dict[int, str]]:
    previous, expected, finding = GENESIS, 1, None
    known: dict[int, str] = {0: GENESIS.hex()}
    count, last = 0, 0
    for row in events:
        count += 1
        if finding is None:
            finding = _link(chain, row, expected, previous)
        previous, last = bytes(row["hash"]), row["sequence"]
        expected = last + 1
        if last in wanted:
            known[last] = previous.hex()
    known[last] = previous.hex()
    return count, finding, known


def _link(chain: str, row: dict[str, Any], expected: int, previous: bytes) -> Finding | None:
    where, name = f"{chain}#{row['sequence']}", str(row["id"])
    if row["sequence"] != expected:
        return Finding("event", where, name, f"link {expected} is missing before this row")
    if bytes(row["previous"]) != previous:
        return Finding("event", where, name, "does not hang on the row before it")
    content = {key: row[key] for key in FIELDS}
    if digest(content, previous) != bytes(row["hash"]):
        return Finding("event", where, name, "its content is not what was recorded")
    return None


def _heads(tips: dict[str, dict[int, str]]) -> list[Finding]:
    findings = []
    for head in ChainHead.objects.filter(sequence__gt=0):
        if tips.get(head.chain, {}).get(head.sequence) != bytes(head.hash).hex():
            findings.append(
                Finding("head", head.chain, str(head.sequence), "rows were removed from or added to the chain's end")
            )
    return findings


def _anchors(tips: dict[str, dict[int, str]]) -> Iterator[Finding]:
    previous = GENESIS
    for anchor in Anchor.objects.order_by("day"):
        if anchor_hash(anchor.day, anchor.heads, previous) != bytes(anchor.hash):
            yield Finding("anchor", str(anchor.day), "list", "the day's list of heads was altered")
        previous = bytes(anchor.hash)
        for chain, (sequence, value) in anchor.heads.items():
            if sequence and tips.get(chain, {}).get(sequence) != value:
                yield Finding("anchor", f"{chain}#{sequence}", str(anchor.day), "differs from the day's anchor")
                break


def _reads() -> Iterator[Finding]:
    seals = Event.objects.filter(name=AccessSealed.name()).order_by("id")
    for event in seals.iterator():
        notes = AccessNote.objects.filter(seal=event.id).order_by("id")
        if sealed_digest(notes) != (event.facts["digest"], event.facts["count"]):
            yield Finding("reads", str(event.id), "batch", "sealed reads were altered or removed")

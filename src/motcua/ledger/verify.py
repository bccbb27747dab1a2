"""Proof that nothing was altered: recompute every chain, hold it against heads, anchors and their files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef

from motcua.ledger.access import AccessSealed, sealed_digest
from motcua.ledger.anchors import anchor_files, anchor_hash
from motcua.ledger.models import AccessNote, Anchor, ChainHead, Event
from motcua.ledger.rules.canonical import GENESIS, digest

PAGE = 2000
FIELDS = (
    "id", "v", "name", "subject", "thread", "actor_kind", "actor_id", "actor_unit", "on_behalf_of", "via",
    "unit", "facts", "at", "recorded_at", "chain", "sequence",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """The first thing that is not as it was written in one chain, day or batch."""

    kind: str
    where: str
    row: str
    reason: str


@dataclass
class Report:
    """What was checked, and what was found."""

    events: int = 0
    chains: int = 0
    anchors: int = 0
    files: int = 0
    batches: int = 0
    findings: list[Finding] = field(default_factory=list)


Tips = dict[str, dict[int, str]]
"""Of each chain: its last link and those that an anchor names, sequence -> hash in hex."""


def verify(progress: Callable[[int], None] = lambda _: None) -> Report:
    """Check all events, heads, anchors and sealed reads; memory does not grow with the number of events."""
    report, tips = Report(), {}
    wanted = _anchored()
    for chain in _chains():
        count, finding, tips[chain] = _chain(chain, wanted.get(chain, set()))
        report.chains += 1
        report.events += count
        progress(report.events)
        report.findings += [finding] if finding else []
    report.findings += _heads(tips)
    report.findings += _anchors(tips, report)
    report.findings += _files(report)
    report.findings += _reads(report)
    return report


def _chains() -> list[str]:
    """List the chains by stepping over the index: it is long, they are few."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE step AS (SELECT min(chain) AS chain FROM ledger_event UNION ALL "
            "SELECT (SELECT min(e.chain) FROM ledger_event e WHERE e.chain > step.chain) FROM step "
            "WHERE chain IS NOT NULL) SELECT chain FROM step WHERE chain IS NOT NULL"
        )
        return [row[0] for row in cursor.fetchall()]


def _events(chain: str) -> Iterator[dict[str, Any]]:
    rows = Event.objects.filter(chain=chain).order_by("sequence", "id").values(*FIELDS, "previous", "hash")
    page = list(rows[:PAGE])
    while page:
        yield from page
        page = list(rows.filter(sequence__gt=page[-1]["sequence"])[:PAGE]) if len(page) == PAGE else []


def _anchored() -> dict[str, set[int]]:
    wanted: dict[str, set[int]] = {}
    for anchor in Anchor.objects.all():
        for chain, (sequence, _) in anchor.heads.items():
            wanted.setdefault(chain, set()).add(sequence)
    return wanted


def _chain(chain: str, wanted: set[int]) -> tuple[int, Finding | None, dict[int, str]]:
    previous, expected, finding = GENESIS, 1, None
    known: dict[int, str] = {0: GENESIS.hex()}
    count, last = 0, 0
    for row in _events(chain):
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


def _heads(tips: Tips) -> Iterator[Finding]:
    heads = {
        head.chain: (head.sequence, bytes(head.hash).hex())
        for head in ChainHead.objects.filter(sequence__gt=0)
    }
    for chain, known in tips.items():
        if chain not in heads:
            yield Finding("head", chain, str(max(known)), "the chain has no head")
    for chain, (sequence, value) in heads.items():
        last = max(tips.get(chain, {0: ""}))
        if sequence != last or tips.get(chain, {}).get(sequence) != value:
            yield Finding(
                "head", chain, str(sequence), f"the head names link {sequence}, the last row is {last}"
            )


def _anchors(tips: Tips, report: Report) -> Iterator[Finding]:
    previous = GENESIS
    for anchor in Anchor.objects.order_by("day"):
        report.anchors += 1
        if anchor_hash(anchor.day, anchor.heads, previous) != bytes(anchor.hash):
            yield Finding("anchor", str(anchor.day), "list", "the day's list of heads was altered")
        previous = bytes(anchor.hash)
        for chain, (sequence, value) in anchor.heads.items():
            if sequence and tips.get(chain, {}).get(sequence) != value:
                yield Finding(
                    "anchor", f"{chain}#{sequence}", str(anchor.day), "differs from the day's anchor"
                )
                break


def _files(report: Report) -> Iterator[Finding]:
    """The files are the witness outside: whoever rewrites the whole database does not rewrite them."""
    kept = {str(anchor.day): bytes(anchor.hash).hex() for anchor in Anchor.objects.only("day", "hash")}
    for path, content in anchor_files():
        report.files += 1
        if content.get("hash") != kept.get(path.stem):
            yield Finding("file", path.stem, path.name, "the file's anchor is not the one in the database")
        elif not _says_its_hash(content):
            yield Finding("file", path.stem, path.name, "what the file says is not what its hash was made of")


def _says_its_hash(content: dict[str, Any]) -> bool:
    try:
        day, heads = date.fromisoformat(content["day"]), content["heads"]
        return anchor_hash(day, heads, bytes.fromhex(content["previous"])).hex() == str(content["hash"])
    except (KeyError, TypeError, ValueError):
        return False


def _reads(report: Report) -> Iterator[Finding]:
    rows = Event.objects.filter(name=AccessSealed.name()).order_by("id").values_list("id", "facts")
    page = list(rows[:PAGE])
    while page:
        for event_id, facts in page:
            report.batches += 1
            notes = AccessNote.objects.filter(seal=event_id).order_by("id")
            if sealed_digest(notes) != (facts["digest"], facts["count"]):
                yield Finding("reads", str(event_id), "batch", "sealed reads were altered or removed")
        page = list(rows.filter(id__gt=page[-1][0])[:PAGE]) if len(page) == PAGE else []
    batch = Event.objects.filter(name=AccessSealed.name(), id=OuterRef("seal"))
    for note in AccessNote.objects.filter(~Exists(batch), seal__isnull=False).order_by("id")[:1]:
        yield Finding("reads", str(note.seal), str(note.id), "the note names a batch that was never sealed")

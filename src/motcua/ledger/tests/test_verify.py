"""`verify` names the first row that is not as it was written."""

from datetime import timedelta

import pytest

from motcua.ledger.access import note_read, seal_access_notes
from motcua.ledger.anchors import anchor_day
from motcua.ledger.models import Event
from motcua.ledger.tests.conftest import AT, BINH, HERE, THERE, altering, ours, record
from motcua.ledger.verify import verify

pytestmark = [pytest.mark.database_clone, pytest.mark.usefixtures("database_clone", "own_wiring", "anchors")]


def _found():
    return [(one.kind, one.row) for one in verify().findings]


def test_an_untouched_ledger_has_no_finding():
    before = verify()
    record(HERE, 5)
    record(THERE, 3)
    report = verify()
    assert (report.events, report.chains, report.findings) == (before.events + 8, before.chains + 2, [])


ALTERATIONS = [
    """facts = facts || '{"number": "other"}'""",
    "actor_id = 'somebody else'",
    "at = at + interval '1 day'",
    "recorded_at = recorded_at - interval '1 microsecond'",
    "name = 'ledger.Other'",
    "unit = NULL",
    "hash = sha256(hash)",
]


def test_an_altered_row_is_named_and_it_alone_whatever_was_altered():
    altered = []
    for number, change in enumerate(ALTERATIONS):
        altered.append(record(f"A{number}", 7)[3])
        with altering() as hand:
            hand.execute(f"UPDATE ledger_event SET {change} WHERE id = %s", [altered[-1]])
    record(HERE, 3)
    assert _found() == [("event", str(event)) for event in altered]


def test_the_first_altered_row_of_each_chain_is_named():
    here, there = record(HERE, 6), record(THERE, 6)
    with altering() as hand:
        for altered in (here[2], here[4], there[5]):
            hand.execute("UPDATE ledger_event SET actor_id = 'x' WHERE id = %s", [altered])
    assert _found() == [("event", str(here[2])), ("event", str(there[5]))]


def test_a_row_taken_out_of_the_middle_is_missed():
    ids = record(HERE, 5)
    with altering() as hand:
        hand.execute("DELETE FROM ledger_event WHERE id = %s", [ids[2]])
    [finding] = verify().findings
    assert (finding.row, finding.reason) == (str(ids[3]), "link 3 is missing before this row")


def test_the_last_row_taken_away_is_missed_by_the_head():
    ids = record(HERE, 3)
    chain = Event.objects.get(id=ids[2]).chain
    with altering() as hand:
        hand.execute("DELETE FROM ledger_event WHERE id = %s", [ids[2]])
    [finding] = verify().findings
    assert (finding.kind, finding.where, finding.row) == ("head", chain, "3")


def test_a_chain_that_lost_its_head_is_seen():
    record(HERE, 2)
    chain = ours().first().chain
    with altering() as hand:
        hand.execute("DELETE FROM ledger_chainhead WHERE chain = %s", [chain])
    assert [(one.kind, one.where) for one in verify().findings] == [("head", chain)]


def test_the_last_row_and_its_head_rewound_together_are_missed_by_the_anchor():
    ids = record(HERE, 3)
    anchor_day(day=AT.date(), at=AT)
    with altering() as hand:
        hand.execute("DELETE FROM ledger_event WHERE id = %s", [ids[2]])
        hand.execute(
            "UPDATE ledger_chainhead h SET sequence = 2, hash = e.hash FROM ledger_event e "
            "WHERE e.chain = h.chain AND e.id = %s",
            [ids[1]],
        )
    assert [one.kind for one in verify().findings] == ["anchor"]


def test_an_altered_anchor_is_named_by_its_day():
    record(HERE, 2)
    for days in range(3):
        anchor_day(day=(AT + timedelta(days=days)).date(), at=AT)
    with altering() as hand:
        hand.execute(
            "UPDATE ledger_anchor SET heads = '{}' WHERE day = %s", [(AT + timedelta(days=1)).date()]
        )
    assert [(one.kind, one.where) for one in verify().findings] == [("anchor", "2026-09-09")]


def test_an_anchor_removed_from_the_database_is_missed_by_its_file():
    record(HERE, 2)
    anchor_day(day=AT.date(), at=AT)
    with altering() as hand:
        hand.execute("DELETE FROM ledger_anchor")
    assert [(one.kind, one.where) for one in verify().findings] == [("file", "2026-09-08")]


def test_a_ledger_rewritten_as_a_whole_is_betrayed_by_the_files(anchors):
    record(HERE, 2)
    anchor_day(day=AT.date(), at=AT)
    path = anchors / "2026-09-08.json"
    path.write_text(path.read_text().replace('"hash": "', '"hash": "00'))
    assert [one.kind for one in verify().findings] == ["file"]


@pytest.mark.parametrize(
    "change", [('"heads": {', '"heads": {"X:202609": [1, "00"], '), ('"previous": "00', '"previous": "01')]
)
def test_a_file_that_tells_other_heads_under_the_same_hash_is_named(anchors, change):
    record(HERE, 2)
    anchor_day(day=AT.date(), at=AT)
    path = anchors / "2026-09-08.json"
    content = path.read_text()
    path.write_text(content.replace(*change))
    assert path.read_text() != content
    assert [(one.kind, one.row) for one in verify().findings] == [("file", path.name)]


@pytest.mark.parametrize("seal", ["gen_random_uuid()", "(SELECT seal FROM ledger_accessnote)"])
def test_a_forged_note_of_reading_is_found(seal):
    note_read(BINH, [("dossier", "1")], "desk", AT)
    seal_access_notes(at=AT)
    with altering() as hand:
        hand.execute(
            "INSERT INTO ledger_accessnote (id, actor_kind, actor_id, page, subjects, at, seal) "
            f"VALUES (gen_random_uuid(), 'officer', 'chi', 'desk', '{{dossier:1}}', now(), {seal})"
        )
    assert [one.kind for one in verify().findings] == ["reads"]


def test_sealed_reads_that_were_altered_or_removed_are_found():
    for change in ("UPDATE ledger_accessnote SET page = 'other'", "DELETE FROM ledger_accessnote"):
        note_read(BINH, [("dossier", "1")], "desk", AT)
        seal_access_notes(at=AT)
        with altering() as hand:
            hand.execute(change)
    assert [one.kind for one in verify().findings] == ["reads", "reads"]


def test_anchoring_a_day_twice_changes_nothing(anchors):
    record(HERE)
    first = anchor_day(day=AT.date(), at=AT)
    record(HERE)
    assert bytes(anchor_day(day=AT.date(), at=AT).hash) == bytes(first.hash)
    assert [path.name for path in anchors.iterdir()] == ["2026-09-08.json"]
    assert verify().findings == []

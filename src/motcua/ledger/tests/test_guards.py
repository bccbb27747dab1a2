"""What was recorded stays: the database refuses, whoever asks."""

import psycopg
import pytest
from django.db import connection

from motcua.bootstrap import home, scratch
from motcua.kernel.actors import SYSTEM
from motcua.ledger.access import note_read, seal_access_notes
from motcua.ledger.anchors import anchor_day
from motcua.ledger.tests.conftest import AT, BINH, ours, record

pytestmark = [pytest.mark.database_clone, pytest.mark.usefixtures("own_wiring", "anchors")]

CHANGES = [
    "UPDATE ledger_event SET name = 'x'",
    "UPDATE ledger_event SET facts = '{}'",
    "DELETE FROM ledger_event",
    "TRUNCATE ledger_event",
    "UPDATE ledger_anchor SET heads = '{}'",
    "DELETE FROM ledger_anchor",
    "TRUNCATE ledger_anchor",
    "DELETE FROM ledger_accessnote",
    "TRUNCATE ledger_accessnote",
    "UPDATE ledger_accessnote SET page = 'x'",
    "UPDATE ledger_accessnote SET seal = NULL",
    "INSERT INTO ledger_accessnote (id, actor_kind, actor_id, page, subjects, at, seal) "
    "SELECT gen_random_uuid(), actor_kind, 'chi', page, subjects, at, seal FROM ledger_accessnote",
]


@pytest.fixture
def recorded(database_clone):
    record(times=2)
    note_read(BINH, [("dossier", "1")], "dossier", AT)
    seal_access_notes(at=AT)
    anchor_day(day=AT.date(), at=AT)
    return scratch.located(home.locate(), connection.settings_dict["NAME"])


def test_neither_the_application_nor_the_owner_changes_deletes_or_empties_what_was_recorded(recorded):
    for role in (recorded.app, recorded.owner):
        with psycopg.connect(role, autocommit=True) as session:
            for change in CHANGES:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    session.execute(change)
    assert ours().count() == 3


def test_the_application_cannot_switch_the_guards_off(recorded):
    with psycopg.connect(recorded.app, autocommit=True) as session:
        for way in (
            "ALTER TABLE ledger_event DISABLE TRIGGER ALL",
            "DROP TRIGGER ledger_event_rows ON ledger_event",
            "SET session_replication_role = replica",
            "DROP TABLE ledger_event",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                session.execute(way)


def test_series_and_heads_are_never_deleted_by_the_application(recorded):
    with psycopg.connect(recorded.app, autocommit=True) as session:
        for table in ("ledger_series", "ledger_chainhead", "ledger_handling"):
            for change in (f"DELETE FROM {table}", f"TRUNCATE {table}"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    session.execute(change)


def test_a_note_of_reading_is_sealed_once_and_by_its_batch(database_clone):
    note_read(BINH, [("dossier", "1"), ("dossier", "2")], "desk", AT)
    assert seal_access_notes(at=AT) == 1
    assert seal_access_notes(at=AT) == 0
    [event] = ours()
    assert (event.actor_kind, event.actor_id, event.name) == (SYSTEM.kind, SYSTEM.id, "ledger.AccessSealed")

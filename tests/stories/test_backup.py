"""A backup brought back is the same world: the same rows, the same bytes, the same rights, the same proof."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import connection

import conftest as suite
from motcua.bootstrap import home, scratch
from motcua.commands.keeping import checking, files, keys, making, manifest, restoring
from motcua.dossiers.models import Document, Dossier
from motcua.ledger.anchors import anchor_day
from motcua.papers.models import File
from tests.product import MOTCUA, surroundings
from tests.stories.killing import killed_at
from tests.stories.officer import Officer, address, at_stage

pytestmark = pytest.mark.database_clone
RIGHTS = """
    SELECT 'table', relname::text, (SELECT array_agg(one::text ORDER BY one::text) FROM unnest(relacl) one)::text
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v')
    UNION ALL SELECT 'function', proname::text, proacl::text || pg_get_userbyid(proowner)
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) = 'motcua_owner'
    UNION ALL SELECT 'trigger', tgname::text, pg_get_triggerdef(oid) || tgenabled::text
    FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'default', defaclobjtype::text, defaclacl::text FROM pg_default_acl
    UNION ALL SELECT 'schema', nspname::text, nspacl::text FROM pg_namespace WHERE nspname = 'public'
    UNION ALL SELECT 'remark', 'schema', obj_description('public'::regnamespace, 'pg_namespace')
    ORDER BY 1, 2, 3"""
WAYS_IN = ("UPDATE ledger_event SET name = 'x'", "DELETE FROM ledger_anchor", "TRUNCATE ledger_event")


class World:
    """A province in which An's dossier was handled, its home, and a folder for its backup."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder, self.to, self.keys = folder, folder / "copy", folder / "keys"
        self.env = surroundings(folder / "var", database)
        self.home = home.locate(self.env)

    def motcua(self, *words, **env):
        return subprocess.run(
            [*MOTCUA, *map(str, words)], env=self.env | env, capture_output=True, text=True, check=False
        )

    def backup(self):
        return making.make(self.home, self.to, keys_to=None, at=datetime.now(UTC), quiet=True)


@pytest.fixture
def world(database_clone, at, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "FILES_ROOT", tmp_path / "var/files")
    monkeypatch.setattr(settings, "ANCHORS_ROOT", tmp_path / "var/anchors")
    made = World(tmp_path, database_clone)
    made.cast = suite.make_cast(at)
    at_stage(made.cast, "issued", at)
    anchor_day(day=at.date(), at=at)
    return made


@pytest.fixture
def elsewhere(world):
    """The environment of an empty machine: no folder, no database."""
    name = f"motcua_clone_{uuid4().hex[:8]}"
    url = scratch.located(home.locate(), name).superuser
    yield {"MOTCUA_VAR": str(world.folder / "other"), "MOTCUA_DATABASE_URL": url}
    scratch.drop_database(home.locate(), name)


def test_a_backup_comes_back_as_the_same_world(world, elsewhere, monkeypatch):
    first = world.motcua("backup", "--to", world.to, "--keys", world.keys, "--json")
    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)
    assert told["files"] == told["copied"] == len(list((world.folder / "var/files").rglob("*/original"))) > 1
    assert (world.keys / "secrets.json").stat().st_mode & 0o077 == 0
    assert list(world.to.rglob("secrets.json")) == []
    assert [one for one in world.to.rglob("*") if one.stat().st_mode & 0o077] == []

    again = world.motcua("backup", "--to", world.to)
    assert again.returncode == 0
    assert "0 new" in again.stdout
    assert "The keys are not in this backup" in again.stderr
    checked = world.motcua("restore", "--from", world.to, "--keys", world.keys, "--check")
    assert (checked.returncode, checked.stdout.splitlines()[-1]) == (0, "The backup is whole.")

    words = ("restore", "--from", world.to, "--keys", world.keys)
    back = world.motcua(*words, **elsewhere)
    assert back.returncode == 0, back.stdout + back.stderr
    assert "facts are unaltered" in back.stdout
    over = world.motcua(*words, **elsewhere)
    assert over.returncode == 1
    assert over.stderr.startswith(f"motcua: {world.folder}/other is not empty (files, anchors)")
    _the_roles_are_as_after_a_migration(world, elsewhere)
    _bình_opens_the_paper_and_chi_does_not(world, elsewhere, monkeypatch)


def _the_roles_are_as_after_a_migration(world, elsewhere):
    there = home.locate(world.env | elsewhere)
    with psycopg.connect(making.database.addresses(there).app, autocommit=True) as app:
        assert app.execute("SELECT count(*) FROM ledger_event").fetchone()[0] > 0
        for way in WAYS_IN:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied"):
                app.execute(way)
    with psycopg.connect(making.database.addresses(there).owner, autocommit=True) as owner:
        with psycopg.connect(making.database.addresses(world.home).owner, autocommit=True) as before:
            assert owner.execute(RIGHTS).fetchall() == before.execute(RIGHTS).fetchall()
        for way in WAYS_IN:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="append-only"):
                owner.execute(way)


def _bình_opens_the_paper_and_chi_does_not(world, elsewhere, monkeypatch):
    dossier = Dossier.objects.get()
    document = Document.objects.filter(dossier=dossier).earliest("id")
    before = connection.settings_dict["NAME"]
    monkeypatch.setattr(settings, "FILES_ROOT", world.folder / "other/files")
    try:
        suite._point_at(elsewhere["MOTCUA_DATABASE_URL"].rpartition("/")[2], "app")
        paper = f"{address(dossier)}files/{document.id}/"
        answer = Officer(world.cast.binh).get(paper)
        assert b"".join(answer.streaming_content if answer.streaming else [answer.content])
        Officer(world.cast.chi).get(paper, status=404)
    finally:
        suite._point_at(before, "app")


@pytest.mark.parametrize(
    "step", [12, pytest.param(4, marks=pytest.mark.e2e), pytest.param(30, marks=pytest.mark.e2e)]
)
def test_a_backup_killed_half_way_is_none_and_goes_on(world, step):
    assert killed_at(step, world.backup, watched=(world.to,))
    assert not (world.to / manifest.FILE).exists()
    refused = world.motcua("restore", "--from", world.to, "--check")
    assert (refused.returncode, "is no backup" in refused.stderr) == (4, True)
    there = sum(1 for one in (world.to / "files").rglob("original"))
    made = world.backup()
    assert made.findings == []
    assert made.copied == made.manifest.files - there
    assert _problems(world) == []


def test_an_update_killed_half_way_leaves_the_earlier_backup_whole(world, at):
    earlier = world.backup().manifest
    at_stage(world.cast, "received", at)
    assert killed_at(10, world.backup, watched=(world.to,))
    assert manifest.read(world.to) == earlier
    assert _problems(world) == []
    later = world.backup()
    assert later.manifest.tables["dossiers_dossier"] == earlier.tables["dossiers_dossier"] + 1
    assert _problems(world) == []


@pytest.mark.parametrize("step", [40, pytest.param(8, marks=pytest.mark.e2e)])
def test_a_restore_killed_half_way_goes_on_and_another_backup_does_not(world, elsewhere, step):
    world.motcua("backup", "--to", world.to, "--keys", world.keys)
    words = ["restore", "--from", world.to, "--keys", world.keys, "--json"]
    there = _an_empty_machine(world, elsewhere)
    whole = manifest.read(world.to)
    assert killed_at(
        step, lambda: restoring.restore(there, world.to, whole, quiet=True), watched=(there.var,)
    )
    assert (world.folder / "other/restoring").exists()

    later = world.folder / "later"
    assert world.motcua("backup", "--to", later).returncode == 0
    other = world.motcua("restore", "--from", later, "--keys", world.keys, **elsewhere)
    assert (other.returncode, "the beginning of another restore" in other.stderr) == (1, True)
    again = world.motcua(*words, **elsewhere)
    assert again.returncode == 0, again.stdout + again.stderr
    assert json.loads(again.stdout)["findings"] == []
    assert not (world.folder / "other/restoring").exists()


def _an_empty_machine(world, elsewhere):
    (world.folder / "other").mkdir()
    keys.place(world.folder / "other/secrets.json", world.home.secrets)
    there = home.locate(world.env | elsewhere)
    making.database.ensure_up(there)
    return there


def _problems(world):
    whole = manifest.read(world.to)
    return checking.parts(world.to, whole) + checking.stored(world.to, whole, quiet=True)


def test_what_is_damaged_is_named_and_a_damaged_dump_is_not_restored(world, elsewhere):
    whole = world.backup().manifest
    victim = next(files.lines(world.to / whole.index)).path
    for path in (world.to / "files" / victim, world.to / whole.database):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    checked = world.motcua("restore", "--from", world.to, "--check", "--json")
    assert checked.returncode == 1
    assert json.loads(checked.stdout)["findings"] == [
        f"{whole.database} is not what was copied",
        f"files/{victim} is not what was copied",
    ]
    refused = world.motcua("restore", "--from", world.to, "--keys", world.folder / "var", **elsewhere)
    assert refused.returncode == 4
    assert f"{whole.database} is not what was copied. Nothing was restored." in refused.stderr
    assert not (world.folder / "other").exists()


def test_wrong_keys_are_found_before_anything_is_restored(world, elsewhere):
    world.backup()
    foreign = home.locate(
        {"MOTCUA_VAR": str(world.folder / "foreign"), "MOTCUA_DATABASE_URL": "postgresql:///x"}
    )
    refused = world.motcua("restore", "--from", world.to, "--keys", foreign.var, **elsewhere)
    assert refused.returncode == 4
    assert "the key 'k1' of" in refused.stderr
    assert "the key 'index key' of" in refused.stderr
    assert not (world.folder / "other").exists()
    nothing = world.motcua("restore", "--from", world.to, **elsewhere)
    assert (nothing.returncode, "--keys" in nothing.stderr) == (2, True)


def test_a_good_backup_is_not_lost_to_another_database(world, database_clone):
    world.backup()
    empty = f"motcua_clone_{uuid4().hex[:8]}"
    scratch.create_database(home.locate(), empty, template=suite._template_name())
    try:
        refused = world.motcua(
            "backup", "--to", world.to, MOTCUA_DATABASE_URL=scratch.located(home.locate(), empty).superuser
        )
    finally:
        scratch.drop_database(home.locate(), empty)
    assert refused.returncode == 1
    assert "does not go on from the ledger" in refused.stderr


def test_a_good_copy_outlives_bytes_that_are_lost_or_damaged_in_their_place(world):
    world.backup()
    lost, other = (f"{row.uploaded_at:%Y/%m}/{row.id}" for row in File.objects.order_by("id")[:2])
    (world.folder / "var/files" / lost / "original").unlink()
    (world.folder / "var/files" / other / "original").write_bytes(b"other bytes")
    made = world.backup()
    assert made.findings == [f"files/{other}/original: damaged in its place; the good copy is kept"]
    assert (world.to / "files" / lost / "original").is_file()
    assert _problems(world) == []
    (world.to / "files" / lost / "original").unlink()
    made = world.backup()
    assert f"files/{lost}: a row names it, but its bytes are nowhere" in made.findings
    assert made.manifest.missing == [lost]


def test_keys_and_backup_are_kept_apart_and_foreign_things_left_alone(world):
    inside = world.motcua("backup", "--to", world.to, "--keys", world.to / "keys")
    assert (inside.returncode, "must not lie with what they open" in inside.stderr) == (2, True)
    home.locate({"MOTCUA_VAR": str(world.keys), "MOTCUA_DATABASE_URL": "postgresql:///x"})
    with pytest.raises(making.BootstrapError, match="are not overwritten"):
        keys.write(world.keys, world.home.secrets)
    world.to.mkdir()
    (world.to / "letters").touch()
    with pytest.raises(making.BootstrapError, match="holds other things"):
        world.backup()
    assert [one.name for one in world.to.iterdir()] == ["letters"]

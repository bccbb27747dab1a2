"""The two roles: what each may do, and what is said when they cannot be made."""

import time
from dataclasses import replace

import psycopg
import pytest

from motcua.bootstrap import addresses, database, roles, scratch
from motcua.bootstrap.errors import (
    BootstrapError,
    DatabaseTooOld,
    DatabaseUnfit,
    DatabaseUnreachable,
    RolesMissing,
)


@pytest.fixture
def db(up):
    made = scratch.create_database(up, "motcua_roles")
    yield made
    scratch.drop_database(up, "motcua_roles")


@pytest.fixture
def tables(db):
    with psycopg.connect(db.owner, autocommit=True) as owner:
        owner.execute("CREATE TABLE paper (id bigserial PRIMARY KEY, name text)")
    return db


def test_the_application_reads_and_writes_the_owners_tables(tables):
    with psycopg.connect(tables.app) as app:
        app.execute("INSERT INTO paper (name) VALUES ('giấy khai sinh')")
        app.execute("UPDATE paper SET name = upper(name)")
        assert app.execute("SELECT name FROM paper").fetchone() == ("GIẤY KHAI SINH",)
        app.execute("DELETE FROM paper")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (n integer)",
        "CREATE TEMPORARY TABLE mine (n integer)",
        "ALTER TABLE paper ADD COLUMN more text",
        "DROP TABLE paper",
        "TRUNCATE paper",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "ALTER TABLE paper DISABLE TRIGGER ALL",
    ],
)
def test_the_application_changes_no_shape(tables, statement):
    with psycopg.connect(tables.app) as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement)


def test_search_and_ranges_find_their_extensions(db):
    with psycopg.connect(db.app) as app:
        found = {row[0] for row in app.execute("SELECT extname FROM pg_extension")}
        assert app.execute("SELECT unaccent('Đăng ký hộ kinh doanh')").fetchone() == (
            "Dang ky ho kinh doanh",
        )
    assert found >= set(roles.EXTENSIONS)


def test_a_copy_of_a_template_has_the_same_rights(up, tables):
    copy = scratch.create_database(up, "motcua_copy", template="motcua_roles")
    try:
        with psycopg.connect(copy.app) as app:
            app.execute("INSERT INTO paper (name) VALUES ('x')")
        assert scratch.database_exists(up, "motcua_copy")
    finally:
        scratch.drop_database(up, "motcua_copy")
    assert not scratch.database_exists(up, "motcua_copy")


def foreign(up, role="postgres", password=None, name="motcua_foreign"):
    """The embedded server as if it were somebody else's."""
    given = addresses.in_database(database.addresses(up).superuser, name)
    return replace(up, url=given if password is None else addresses.as_role(given, role, password))


def test_a_foreign_database_is_prepared_like_our_own(up):
    there = foreign(up)
    scratch.drop_database(up, "motcua_foreign")
    try:
        assert database.ensure_up(there) is False
        assert roles.works(database.addresses(there))
    finally:
        scratch.drop_database(up, "motcua_foreign")


@pytest.fixture
def guests(up):
    """A user who may make roles and databases but is no superuser, and one who may nothing."""
    with psycopg.connect(database.addresses(up).superuser, autocommit=True) as admin:
        admin.execute("CREATE ROLE helper LOGIN PASSWORD 'h' CREATEROLE CREATEDB")
        admin.execute("CREATE ROLE visitor LOGIN PASSWORD 'v'")
        admin.execute("GRANT motcua_owner, motcua_app TO helper WITH ADMIN OPTION")
        admin.execute("GRANT CONNECT ON DATABASE motcua TO visitor")
        yield
        admin.execute("DROP DATABASE IF EXISTS motcua_foreign WITH (FORCE)")
        for role in ("helper", "visitor"):
            admin.execute(f"DROP OWNED BY {role}")
            admin.execute(f"DROP ROLE {role}")


def test_a_helper_who_is_no_superuser_can_prepare_a_database(up, guests):
    there = foreign(up, "helper", "h")
    database.ensure_up(there)
    database.ensure_up(there)
    assert roles.works(database.addresses(there))


def test_a_visitor_is_enough_once_an_administrator_made_the_roles(up, guests):
    database.ensure_up(foreign(up, "visitor", "v", "motcua"))


def test_missing_roles_are_named_as_sql_without_their_passwords(up, guests):
    keep = replace(up.secrets, owner_password="another", app_password="another")
    there = replace(foreign(up, "visitor", "v", "motcua"), secrets=keep)
    with pytest.raises(RolesMissing) as told:
        database.ensure_up(there)
    assert "CREATE ROLE motcua_owner LOGIN" in told.value.message
    assert "another" not in told.value.message
    assert "\n" not in told.value.message
    assert "another" in roles.script(database.addresses(there), keep)


def test_an_unreachable_database_is_one_quick_sentence(up):
    began = time.monotonic()
    with pytest.raises(DatabaseUnreachable) as told:
        database.ensure_up(replace(up, url="postgresql://who:what@127.0.0.1:1/motcua"))
    assert told.value.exit_code == 3
    assert "\n" not in told.value.message
    assert "what" not in told.value.message
    assert time.monotonic() - began < 10


def test_a_wrong_password_is_told_without_repeating_it(up):
    with pytest.raises(DatabaseUnreachable, match="password authentication failed") as told:
        database.ensure_up(foreign(up, "postgres", "guessed"))
    assert "guessed" not in told.value.message


def test_an_old_server_is_refused_with_both_versions():
    with pytest.raises(DatabaseTooOld, match="PostgreSQL 14; version 15 or newer") as told:
        roles.check_version(140011)
    assert told.value.exit_code == 3
    roles.check_version(150000)


def test_a_database_in_another_encoding_is_refused_before_anything_is_changed(up):
    with psycopg.connect(database.addresses(up).superuser, autocommit=True) as admin:
        admin.execute("CREATE DATABASE motcua_foreign TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
        with pytest.raises(DatabaseUnfit, match="'motcua_foreign' keeps its text in SQL_ASCII") as told:
            database.ensure_up(foreign(up))
        [[owner]] = admin.execute(
            "SELECT datdba::regrole::text FROM pg_database WHERE datname = 'motcua_foreign'"
        )
        admin.execute("DROP DATABASE motcua_foreign")
    assert (told.value.exit_code, owner) == (3, "postgres")


def test_nobody_is_let_in_as_the_user_whom_the_query_names():
    given = "postgresql://db:5432/motcua?user=postgres&sslmode=require&password=secret"
    assert addresses.as_role(given, "motcua_app", "a b") == (
        "postgresql://motcua_app:a%20b@db:5432/motcua?sslmode=require"
    )
    assert addresses.in_database("postgresql://db/?dbname=old&port=1", "new") == "postgresql://db/new?port=1"


@pytest.mark.parametrize(
    "url",
    [
        "mysql://x/y",
        "postgresql://host",
        "nonsense",
        "postgresql://who:a word@host/motcua",
        "postgresql://who:100%@host/motcua",
        "postgresql://[::1/motcua",
        "postgresql://host/motcua?unheard=of",
    ],
)
def test_an_address_of_another_kind_is_refused(up, url):
    with pytest.raises(BootstrapError, match="must look like") as told:
        database.ensure_up(replace(up, url=url))
    assert told.value.exit_code == 2

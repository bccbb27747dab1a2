"""Throw-away databases beside the product's own, for tests and trials."""

from psycopg import Connection, sql

from motcua.bootstrap import roles
from motcua.bootstrap.addresses import OWNER, Addresses, addresses, in_database
from motcua.bootstrap.home import Home
from motcua.bootstrap.roles import EXTENSIONS, OWNED, open_connection, open_database


def create_database(home: Home, name: str, template: str | None = None) -> Addresses:
    """Create a database owned by the owner role, empty or as a copy of another; return its addresses."""
    with _administrator(home) as admin:
        if template is None:
            roles.create_database(admin, name)
        else:
            order = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
            admin.execute(order.format(*map(sql.Identifier, (name, OWNER, template))))
        open_database(admin, name)
    where = located(home, name)
    if template is None:
        _prepare(where)
    return where


def drop_database(home: Home, name: str) -> None:
    """Drop the database, ending whoever is connected to it; one that does not exist is fine."""
    with _administrator(home) as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def database_exists(home: Home, name: str) -> bool:
    """Tell whether a database of this name exists."""
    with _administrator(home) as admin:
        found = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    return found is not None


def located(home: Home, name: str) -> Addresses:
    """Return the addresses of a database of this name on this installation's server."""
    where = addresses(home)
    return Addresses(
        owner=in_database(where.owner, name),
        app=in_database(where.app, name),
        superuser=in_database(where.superuser, name),
    )


def _administrator(home: Home) -> Connection:
    where = addresses(home)
    return open_connection(where.superuser if home.url else in_database(where.superuser, "postgres"))


def _prepare(where: Addresses) -> None:
    with open_connection(where.superuser) as admin:
        for extension in EXTENSIONS:
            admin.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
    with open_connection(where.owner) as owner:
        for statement in OWNED:
            owner.execute(statement)

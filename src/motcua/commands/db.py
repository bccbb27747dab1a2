"""`motcua db`: start, stop and look at the database."""

import argparse
import json
import os
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

from motcua.bootstrap import binaries, database, home, postgres, roles
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import Home
from motcua.commands.registry import Needs

NAME = "db"
HELP = "Start, stop and look at the embedded database."
NEEDS: Needs = "nothing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    acts = parser.add_subparsers(metavar="ACT", dest="act", required=True)
    acts.add_parser("start", help="start it, if it is down")
    acts.add_parser("stop", help="stop it; open sessions are ended")
    status = acts.add_parser("status", help="tell whether it runs; exit code 3 when it does not")
    status.add_argument("--json", action="store_true", help="print one JSON object")
    for name, words in (("shell", "open psql"), ("url", "print its address, with the password")):
        act = acts.add_parser(name, help=words)
        act.add_argument("--role", choices=("app", "owner", "superuser"), default="app", help="as which role")
    acts.add_parser("sql", help="print the SQL that prepares a foreign database, with the passwords")


def run(args: argparse.Namespace) -> int:
    """Do the act."""
    acts = {"start": _start, "stop": _stop, "status": _status, "shell": _shell, "url": _url, "sql": _sql}
    return acts[args.act](home.locate(), args)


def _start(where: Home, _: argparse.Namespace) -> int:
    started = database.ensure_up(where)
    if where.notice:
        print(where.notice)
    print("The database has been started." if started else "The database is up.")
    return 0


def _stop(where: Home, _: argparse.Namespace) -> int:
    if where.url:
        raise BootstrapError("MOTCUA_DATABASE_URL names a foreign database: it is not ours to stop.", 1)
    print("The database has been stopped." if database.stop(where) else "The database was not running.")
    return 0


def _status(where: Home, args: argparse.Namespace) -> int:
    found = _state(where)
    if args.json:
        print(json.dumps(found))
    else:
        state = "up" if found["up"] else "down"
        print(f"The {found['kind']} database at {found['address']} is {state}.")
    return 0 if found["up"] else 3


def _state(where: Home) -> dict[str, object]:
    addresses = database.addresses(where)
    return {
        "kind": "foreign" if where.url else "embedded",
        "address": addresses.app.rpartition("@")[2],
        "up": roles.works(addresses),
        "pid": None if where.url else postgres.postmaster(where),
        "data": None if where.url else str(where.data),
    }


def _url(where: Home, args: argparse.Namespace) -> int:
    print(getattr(database.addresses(where), args.role))
    return 0


def _sql(where: Home, _: argparse.Namespace) -> int:
    print(roles.script(database.addresses(where), where.secrets))
    return 0


def _shell(where: Home, args: argparse.Namespace) -> int:
    """Become psql; the password goes by the environment, where other users cannot read it."""
    database.ensure_up(where)
    url: str = getattr(database.addresses(where), args.role)
    beside: Path | None = None if where.url else binaries.folder(where) / "psql"
    psql = str(beside) if beside and beside.exists() else shutil.which("psql")
    if psql is None:
        raise BootstrapError("There is no psql on this machine.")
    parts = urlsplit(url)
    bare = url.replace(f":{parts.password}@", "@", 1)
    os.execve(psql, [psql, bare], os.environ | {"PGPASSWORD": unquote(parts.password or "")})  # noqa: S606

"""`motcua run`: everything on one machine, until Ctrl-C."""

import argparse
import http.client
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from motcua.bootstrap import database, home, postgres
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.home import Home
from motcua.bootstrap.locks import only_one
from motcua.bootstrap.roles import other_sessions
from motcua.commands.framework import say
from motcua.commands.keeping.unfinished import refuse_half_restored
from motcua.commands.registry import Needs
from motcua.commands.running import serving
from motcua.commands.running.children import Child, stop_all
from motcua.commands.running.leftovers import Notebook
from motcua.commands.running.preparing import DEMONSTRATION, Filling, accounts, prepare

NAME = "run"
HELP = "Start everything: database, web server, worker; Ctrl-C stops it."
NEEDS: Needs = "nothing"
READY_SECONDS, WATCH_SECONDS = 60, 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    serving.add_arguments(parser)
    parser.add_argument("--no-demo", action="store_true", help="no demonstration accounts and history")
    parser.add_argument(
        "--prepare", action="store_true", help="only prepare: start neither web server nor worker"
    )


class _Stopped(Exception):
    """A signal asked us to stop."""


def run(args: argparse.Namespace) -> int:
    """Start everything and watch it."""
    plain = args.no_demo or os.environ.get("MOTCUA_ENV") == "production"
    return serve(args, filling=None if plain else DEMONSTRATION)


def serve(args: argparse.Namespace, *, filling: Filling | None) -> int:
    """Prepare, start everything and watch it until a signal comes."""
    began = time.monotonic()
    where = home.locate()
    refuse_half_restored(where.var)
    with only_one(where.var / "run.lock", "motcua is already running for this folder."), _signals():
        notebook = Notebook(where.var / "run.json")
        if ended := notebook.end_leftovers():
            say(f"Ended what an earlier run left behind: {', '.join(ended)}.")
        if not args.prepare:
            serving.check_port(args.host, args.port)
        if where.notice:
            say(where.notice)
        children: list[Child] = []
        try:
            database.ensure_up(where)
            prepare(where, filling=filling)
            if not args.prepare:
                children = _children(args)
                children[0].start(notebook)
                _wait_until_ready(args, children[0])
                children[1].start(notebook)
                _announce(where, args, time.monotonic() - began, filling)
                _watch(where, children, notebook)
        except _Stopped:
            say("\nStopping …")
        finally:
            stop_all(children)
            notebook.clear()
            if not args.prepare:
                _stop_database(where)
    return 0


def _children(args: argparse.Namespace) -> list[Child]:
    """Name the web server and the worker, which starts second: people wait for the first."""
    env = os.environ | {"MOTCUA_DB_ROLE": "app", "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
    env.setdefault("MOTCUA_PUBLIC_ADDRESS", f"http://{args.host}:{args.port}")
    motcua = [sys.executable, "-m", "motcua.commands"]
    return [
        Child("web server", [*motcua, "web", *_options(args)], env),
        Child("worker", [*motcua, "worker"], env),
    ]


def _options(args: argparse.Namespace) -> list[str]:
    names = ("host", "port", "workers", "threads")
    return [word for name in names for word in (f"--{name}", str(getattr(args, name)))]


def _watch(where: Home, children: list[Child], notebook: Notebook) -> None:
    """Keep children and database alive until a signal comes."""
    while True:
        time.sleep(WATCH_SECONDS)
        if where.url is None and not postgres.is_running(where):
            say("The database ended; it is started again.")
            database.ensure_up(where)
        for child in children:
            child.watch(notebook)


def _wait_until_ready(args: argparse.Namespace, server: Child) -> None:
    """Wait for the first answer, whatever it is."""
    until = time.monotonic() + READY_SECONDS
    host = "127.0.0.1" if args.host in ("0.0.0.0", "::") else args.host  # noqa: S104
    while time.monotonic() < until:
        if server.has_ended():
            raise BootstrapError("The web server ended before it answered; its reason stands above.")
        asking = http.client.HTTPConnection(host, args.port, timeout=READY_SECONDS)
        try:
            asking.request("GET", "/")
            asking.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
        finally:
            asking.close()
    raise BootstrapError(f"The web server did not answer within {READY_SECONDS} seconds.")


def _announce(where: Home, args: argparse.Namespace, seconds: float, filling: Filling | None) -> None:
    if filling is not None and (text := accounts(where, filling)):
        print(text)
    host = f"[{args.host}]" if ":" in args.host else args.host
    print(f"Motcua is ready after {seconds:.1f} s: http://{host}:{args.port}/ (Ctrl-C stops it)", flush=True)


def _stop_database(where: Home) -> None:
    if where.url is not None or not postgres.is_running(where):
        return
    if others := other_sessions(database.addresses(where)):
        say(f"The database goes on: {others} other sessions use it (`motcua db stop` ends it).")
        return
    database.stop(where)


@contextmanager
def _signals() -> Iterator[None]:
    """Turn the signals that ask us to stop into one exception, and ignore further ones while stopping."""

    def stop(_number: int, _frame: object) -> None:
        for number in asked:
            signal.signal(number, signal.SIG_IGN)
        raise _Stopped

    asked = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, stop) for number in asked}
    try:
        yield
    except _Stopped:
        say("Stopped before everything was ready.")
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

"""Processes that die at a named point, with no debugger: before the n-th word to the database or to the disk.

`work` runs in a forked child; every round trip to PostgreSQL (BEGIN and COMMIT too) and every change of a file
under the watched folders is a step. At step n the child is killed as `kill -9` kills it: before the step, or
("sent") when the order has left for the server and its answer is not there yet.
"""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection

CHANGES = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.truncate"}
FINISHED, FAILED = 0, 70


def killed_at(
    step: int, work: Callable[[], object], *, sent: bool = False, watched: tuple[Path, ...] = ()
) -> bool:
    """Run `work` in a child that dies at a step; tells whether it died, or False when it came to its end before."""
    connection.close()
    child = os.fork()
    if child == 0:
        _die_at(step, sent, tuple(str(folder) for folder in watched))
        _run(work)
    _, status = os.waitpid(child, 0)
    _wait_until_alone()
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == FINISHED
    return False


def in_a_child(work: Callable[[], object]) -> None:
    """Run `work` to its end in a process of its own."""
    assert not killed_at(sys.maxsize, work)


def _run(work: Callable[[], object]) -> None:
    try:
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(FAILED)
    os._exit(FINISHED)


def _die_at(step: int, sent: bool, watched: tuple[str, ...]) -> None:
    done = 0

    def here() -> bool:
        nonlocal done
        done += 1
        return done == step

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(60)

    plain, of_loops = psycopg.Connection.wait, psycopg.AsyncConnection.wait

    def order(words: Any) -> None:
        """Die before or after the words have gone out."""
        if here():
            if sent:
                next(words, None)
            die()

    def wait(self: Any, words: Any, *more: Any, **options: Any) -> Any:
        order(words)
        return plain(self, words, *more, **options)

    async def wait_in_loop(self: Any, words: Any, *more: Any, **options: Any) -> Any:
        order(words)
        return await of_loops(self, words, *more, **options)

    def touched(event: str, given: tuple[Any, ...]) -> None:
        if event in CHANGES and watched and str(given[0]).startswith(watched) and here():
            die()

    psycopg.Connection.wait = wait  # type: ignore[method-assign]
    psycopg.AsyncConnection.wait = wait_in_loop  # type: ignore[method-assign]
    sys.addaudithook(touched)


def _wait_until_alone() -> None:
    """Wait until the server has seen that the child is gone and has ended what it left open."""
    with connection.cursor() as cursor:
        for _ in range(200):
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.05)
    raise AssertionError("somebody is still connected")

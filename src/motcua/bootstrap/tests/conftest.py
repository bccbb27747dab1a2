"""A home of its own, in a folder that the server's user can enter, with a server that ends with the tests."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from motcua.bootstrap import database, home


def environment(var):
    """An environment without a foreign database; a foreign folder of programs is kept."""
    kept = {name: os.environ[name] for name in ("MOTCUA_PG_BIN", "PATH") if name in os.environ}
    return kept | {"MOTCUA_VAR": str(var)}


NOBODY = 65534


def as_nobody(work):
    """Run a function as the user nobody in a forked child; return what it returned or the error it raised."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            said = repr(work())
        except BaseException as problem:
            said = repr(problem)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


@pytest.fixture(scope="session")
def open_folder():
    folder = Path(tempfile.mkdtemp(prefix="motcua-test-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def where(open_folder):
    found = home.locate(environment(open_folder / "var"))
    yield found
    database.stop(found)


@pytest.fixture
def up(where):
    database.ensure_up(where)
    return where

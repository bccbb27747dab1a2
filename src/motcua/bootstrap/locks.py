"""One process at a time, for as long as it lives: a lock that the kernel lets go of by itself."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from motcua.bootstrap.errors import BootstrapError


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the file's lock, waiting for whoever holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def only_one(path: Path, otherwise: str) -> Iterator[None]:
    """Hold the file's lock, or refuse with the given sentence when somebody holds it."""
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BootstrapError(otherwise) from None
        yield

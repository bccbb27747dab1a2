"""What the tests of the catalogue share."""

from collections.abc import Iterator

import pytest

from motcua.directory import warm


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """A test that loads leaves nothing in the memory of the process."""
    warm.forget_all()
    yield
    warm.forget_all()

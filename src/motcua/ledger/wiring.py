"""The ledger's view of the wiring: it finds the two tables by a dotted path in the settings."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, cast

from django.conf import settings

from motcua.ledger.facts import Fact

Within = Callable[[Any, Any], None]
After = Callable[[Any], None]


_Tables = tuple[Mapping[type[Fact], Sequence[Within]], Mapping[type[Fact], Sequence[After]]]


@cache
def _tables() -> _Tables:
    module = import_module(settings.WIRING)
    return cast("_Tables", (module.WITHIN, module.AFTER))


@cache
def kinds() -> Mapping[str, type[Fact]]:
    """Map the name of each known fact to its class."""
    within, after = _tables()
    return {kind.name(): kind for kind in {**within, **after}}


def listeners_within(kind: type[Fact]) -> Sequence[Within]:
    """Give the handlers that run inside the transaction of the act."""
    return _tables()[0].get(kind, ())


def listeners_after(kind: type[Fact]) -> Sequence[After]:
    """Give the handlers that the worker calls after commit."""
    return _tables()[1].get(kind, ())

"""Every fact has an entry in the wiring, every handler resolves, and the two tables stay small where they must."""

from importlib import import_module
from inspect import getmembers, isclass

from motcua.config import wiring
from motcua.ledger.facts import Fact
from tests.architecture.house import SOURCE


def _facts():
    found = set()
    for path in [*SOURCE.glob("*/events.py"), *SOURCE.glob("*/events/__init__.py")]:
        module = import_module(f"motcua.{path.relative_to(SOURCE).parts[0]}.events")
        found |= {
            kind
            for _, kind in getmembers(module, isclass)
            if issubclass(kind, Fact)
            and kind.__module__.startswith(module.__name__)
            and not kind.__subclasses__()
        }
    return found


def test_every_fact_is_in_the_wiring():
    assert {kind.name() for kind in _facts()} - {kind.name() for kind in wiring.AFTER} == set()


def test_every_handler_can_be_called_and_is_named_once():
    for kind, handlers in {**wiring.WITHIN, **wiring.AFTER}.items():
        assert all(callable(handler) for handler in handlers), kind
        assert len(handlers) == len(set(handlers)), kind


def test_fewer_than_ten_handlers_run_inside_a_transaction():
    assert sum(len(handlers) for handlers in wiring.WITHIN.values()) < 10


def test_every_fact_says_what_it_is_about():
    for kind in _facts():
        assert kind.SUBJECT in kind.__dataclass_fields__, kind.name()
        assert kind.THREAD is None or kind.THREAD in kind.__dataclass_fields__, kind.name()
        assert kind.UNIT is None or kind.UNIT in kind.__dataclass_fields__, kind.name()

"""docs/facts.md says what the wiring says, and every fact of every room stands in it."""

import argparse
import json
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path

import motcua
from motcua.commands import facts
from motcua.config import wiring
from motcua.ledger.facts import Fact

ROOMS = Path(motcua.__file__).parent


def test_the_page_is_up_to_date():
    target = facts.where()
    assert target is not None
    assert target.read_text("utf-8") == facts.page(), "run `motcua facts --write`"


def test_a_script_reads_the_same_as_json(capsys):
    facts.run(argparse.Namespace(json=True, write=False))
    found = {one["fact"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["dossiers.DossierSubmitted"]["after"]
    assert len(found) == facts.page().count("\n| ") - facts.page().count("\n| fact |")


def test_every_fact_of_every_room_stands_on_the_page():
    page, wired = facts.page(), {**wiring.WITHIN, **wiring.AFTER}
    for path in [*ROOMS.glob("*/events.py"), *ROOMS.glob("*/events/__init__.py")]:
        module = import_module(f"motcua.{path.relative_to(ROOMS).parts[0]}.events")
        for name, kind in getmembers(module, isclass):
            if (
                issubclass(kind, Fact)
                and kind.__module__.startswith(module.__name__)
                and not kind.__subclasses__()
            ):
                assert kind in wired, kind.name()
                assert f"| {name} |" in page

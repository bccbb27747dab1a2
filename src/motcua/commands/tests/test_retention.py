"""`motcua retention`: what the worker does each night, by hand, and first without doing it."""

import argparse
import json
from datetime import timedelta

from motcua.commands import retention
from motcua.dossiers.models import Draft
from motcua.dossiers.tests.factories import drafted
from motcua.gateways import clock
from motcua.kernel.actors import Actor


def run(*words):
    parser = argparse.ArgumentParser()
    retention.add_arguments(parser)
    return retention.run(parser.parse_args(words))


def test_a_dry_run_tells_what_would_go_and_the_run_tells_what_went(an, at, capsys):
    drafted(Actor("guest", "mot-ten-ngau-nhien"), at=at)
    with clock.set_to(at + timedelta(days=91)):
        assert run("--dry-run", "--json") == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["dry_run"], told["drafts"], told["origin_keys"]) == (True, 1, 0)
        assert Draft.objects.count() == 1
        assert run("--dry-run") == 0
        assert "nothing was changed" in capsys.readouterr().out
        assert run("--json") == 0
        assert json.loads(capsys.readouterr().out) == {**told, "dry_run": False}
    assert Draft.objects.count() == 0

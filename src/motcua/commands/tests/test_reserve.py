"""`motcua reserve`: codes of a day kept for somebody else, said plainly when it cannot be."""

import argparse
import json

import pytest

from motcua.commands import reserve
from motcua.dossiers.tests.factories import filed

pytestmark = pytest.mark.django_db


def _run(*words):
    parser = argparse.ArgumentParser()
    reserve.add_arguments(parser)
    return reserve.run(parser.parse_args(words))


def _said(agency="UBND25-17989"):
    kept = ("--first", "1", "--last", "300", "--since", "2026-09-08")
    return ("--agency", agency, *kept, "--for", "Sổ giấy quyển 3", "--source", "Công văn 12/UBND")


def test_the_codes_of_the_agency_step_over_the_block(an, at, capsys):
    assert _run(*_said(), "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["scope"] == "dossier:UBND25-17989"
    assert int(filed(an, at=at)[1].code.rsplit("-", 1)[1]) == 301
    assert int(filed(an, at=at, agency_id="UBND25-18001")[1].code.rsplit("-", 1)[1]) == 1


def test_what_is_lacking_or_wrong_is_said_in_one_sentence(capsys):
    assert _run("--agency", "UBND25-17989") == 2
    assert "--source" in capsys.readouterr().err
    assert _run(*_said(agency="KHONG-CO")) == 4
    assert _run(*_said(), "--until", "2026-09-01") == 4
    assert _run() == 0

"""docs/law/workflow.md says what the table says, and a script reads the same."""

import argparse
import csv
import json

from conftest import ROOT
from motcua.commands import workflow
from motcua.dossiers.rules.workflow import PAPERS, TABLE, Act


def test_the_page_is_up_to_date():
    target = workflow.where()
    assert target is not None
    assert target.read_text("utf-8") == workflow.page(), "run `motcua workflow --write`"


def test_every_row_of_the_table_stands_on_the_page_and_in_json(capsys):
    workflow.run(argparse.Namespace(json=True, write=False))
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(TABLE)
    page = workflow.page()
    assert all(f"## {one['stage']}\n" in page and f"| {one['act']} | {one['to']} |" in page for one in rows)


def test_every_paper_named_is_a_form_of_a_circular():
    with (ROOT / "data" / "nghe-an" / "paper_forms.csv").open(encoding="utf-8") as file:
        known = {row["key"] for row in csv.DictReader(file)}
    assert set(PAPERS.values()) <= known
    assert set(PAPERS) <= {act for _stage, act in TABLE}
    assert Act.ACCEPT_WITHDRAWAL not in PAPERS  # the owner asked for it: nothing is notified but the message

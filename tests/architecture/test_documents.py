"""The documents speak of what exists: every proof, file and folder they name is there."""

import re

import pytest

from tests.architecture.house import ROOT, modules

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/**/*.md")])
LAW = sorted(ROOT.glob("docs/law/*.md"))
PROOF = re.compile(r"`([\w/]+\.py)::(test_\w+)`")
PLACE = re.compile(r"`((?:src|docs|data|tests|bench)/[\w./-]+)`")
SETTING = re.compile(r"[\"'](MOTCUA_[A-Z_]+)[\"']")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def named(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", DOCUMENTS, ids=named)
def test_every_proof_named_is_a_test(page):
    for file, name in PROOF.findall(page.read_text(encoding="utf-8")):
        place = ROOT / file if file.startswith("tests/") else ROOT / "src/motcua" / file
        assert place.is_file(), file
        assert f"def {name}(" in place.read_text(encoding="utf-8"), f"{file} has no {name}"


@pytest.mark.parametrize("page", DOCUMENTS, ids=named)
def test_every_place_and_link_leads_somewhere(page):
    text = page.read_text(encoding="utf-8")
    assert [place for place in PLACE.findall(text) if not (ROOT / place).exists()] == []
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [page for page in LAW if page.name != "README.md"], ids=named)
def test_every_source_of_law_has_a_proof_and_stands_in_the_index(page):
    assert PROOF.search(page.read_text(encoding="utf-8"))
    assert f"({page.name})" in (page.parent / "README.md").read_text(encoding="utf-8")


def test_every_setting_the_product_reads_is_described():
    told = (ROOT / "docs/operations/settings.md").read_text(encoding="utf-8")
    read = {name for path in modules() for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert {name for name in read if f"`{name}`" not in told} == set()

"""The guides stand in the product, with pictures: at the foot of each page for people, in the help for staff."""

import re

import pytest
from django.contrib.staticfiles import finders

from motcua.web.shared import guides
from motcua.web.shared.guides import KINDS, guide
from tests.stories.citizen import Citizen
from tests.stories.officer import Officer

pytestmark = pytest.mark.django_db
PICTURE = re.compile(r'<img class="how-to-picture" src="/static/([^"]+)"')


def pictures_on(page):
    return PICTURE.findall(page)


def test_the_guide_is_one_tap_away_from_every_page_for_people():
    for path in ("/", "/tra-cuu/", "/ho-so/"):
        assert '<a href="/huong-dan/">Hướng dẫn</a>' in Citizen().text(path)
    assert '<a href="/en/huong-dan/">Guide</a>' in Citizen().text("/en/")


@pytest.mark.parametrize(("path", "language"), [("/huong-dan/", "vi"), ("/en/huong-dan/", "en")])
def test_people_read_every_word_and_open_a_picture_when_they_want_it(path, language):
    page = Citizen().text(path)
    told = guide("citizen", language)
    assert f"<h1>{told.title}</h1>" in page
    assert page.count("<h2 id=") == len(told.parts) > 10
    found = pictures_on(page)
    assert len(found) == len(told.pictures) > 15
    assert page.count('<details class="details"><summary>') == len(found)
    assert page.count('loading="lazy"') == len(found)
    assert all(finders.find(name) for name in found)
    assert pictures_on(Citizen().text(f"{path}?hinh=1")) == found
    assert '<details class="details" open>' in Citizen().text(f"{path}?hinh=1")


def test_help_of_the_office_leads_to_every_guide_also_for_who_cannot_sign_in(binh):
    for page in (Officer(binh).text("/office/help/"), Citizen().text("/office/help/")):
        assert all(f'<a href="/office/help/{kind}/">' in page for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_staff_read_a_guide_with_its_pictures_and_go_on_to_the_others(binh, kind, prefix):
    page = Officer(binh).text(f"{prefix}/office/help/{kind}/")
    found = pictures_on(page)
    assert all(finders.find(name) for name in found)
    assert all(f"guide/{prefix.strip('/') or 'vi'}/" in name for name in found)
    assert ".md" not in page
    assert "**" not in page
    assert "](" not in page
    assert "①" in page


def test_what_is_no_guide_is_not_found():
    for path in ("/office/help/README/", "/office/help/secrets/"):
        assert Citizen().client.get(path).status_code == 404


def test_an_installed_package_reads_the_guides_that_it_carries(tmp_path, monkeypatch):
    (tmp_path / "guide").mkdir()
    monkeypatch.setattr(guides, "PACKAGE", tmp_path)
    assert guides.folder() == tmp_path / "guide"

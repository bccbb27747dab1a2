"""Who knows only the commune's name from before the reform finds where to file."""

import pytest

from motcua.gateways import clock
from tests.stories.citizen import BIRTH, Citizen

BEGIN = f"/nop/{BIRTH}/"


@pytest.fixture
def guest(cast, at):
    with clock.set_to(at):
        yield Citizen()


def test_a_former_name_leads_to_the_new_one_which_is_then_chosen(guest):
    page = guest.text(f"{BEGIN}?ten-cu=h%C6%B0ng+b%C3%ACnh")
    assert "Phường Hưng Bình, Thành phố Vinh: nay thuộc" in page
    assert 'href="?noi=UBND25-16681"' in page
    assert '<option value="UBND25-16681" selected>Phường Thành Vinh' in guest.text(
        f"{BEGIN}?noi=UBND25-16681"
    )


def test_a_name_that_nothing_had_and_a_place_that_is_none_say_so_or_do_nothing(guest):
    page = guest.text(f"{BEGIN}?ten-cu=qqqq&noi=nowhere")
    assert "Không tìm thấy tên này" in page
    assert "selected" not in page


def test_nothing_is_asked_of_former_names_where_one_office_receives_all(guest):
    page = guest.text("/nop/1.000028/")
    assert 'type="hidden" name="agency" value="SXD"' in page
    assert "ten-cu" not in page

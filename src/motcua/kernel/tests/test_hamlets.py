"""The hamlet in an address as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.hamlets import hamlet_of


@pytest.mark.parametrize(
    ("address", "hamlet"),
    [
        ("Xóm 3, Xã Thiên Nhẫn", "Xóm 3"),
        ("bản Na Kho, Xã Na Ngoi", "Bản Na Kho"),
        ("Số 5, Khối  Vĩnh Yên, Phường Thành Vinh", "Khối Vĩnh Yên"),
        ("Nhà ông Tám, Thôn Đông, xã Kim Liên", "Thôn Đông"),
        ("Tổ dân phố 4, Phường Hoàng Mai", "Tổ dân phố 4"),
        ("12 đường Bản Mạc, Phường Vinh Lộc", ""),
        ("Xã Thiên Nhẫn", ""),
        ("", ""),
    ],
)
def test_the_hamlet_is_found_where_one_is_named(address, hamlet):
    assert hamlet_of(address) == hamlet


@given(st.text())
def test_any_address_is_read_and_only_its_own_words_are_given(address):
    found = hamlet_of(address)
    assert "," not in found
    assert found == found.strip()

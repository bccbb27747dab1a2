"""Cursors survive the address, and nothing strange in the address survives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.web.shared.keyset import decode, encode


@given(st.tuples(st.none() | st.text(max_size=20), st.integers(0, 10**12)))
def test_a_cursor_comes_back_as_it_went(key):
    assert decode(encode(key), (str, int)) == key


@pytest.mark.parametrize(
    "cursor", ["", "!!", "e30", encode(("a",)), encode((1, "a")), encode((True, 1)), "A" * 301, "W1tb"]
)
def test_a_strange_cursor_is_no_cursor(cursor):
    assert decode(cursor, (str, int)) is None


@given(st.text(max_size=400))
def test_any_text_in_the_address_is_answered_calmly(cursor):
    decode(cursor, (str, str))

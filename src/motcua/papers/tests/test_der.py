"""DER is told apart from what only looks like it."""

from hypothesis import given
from hypothesis import strategies as st

from motcua.papers.tests.signed import keeper
from motcua.papers.verifying.der import der_length, is_der

NULL, PAIR = b"\x05\x00", b"\x30\x04\x05\x00\x05\x00"


def test_certificates_are_der():
    assert is_der(keeper().pair.der)
    assert der_length(keeper().pair.der + b"\x00") == len(keeper().pair.der)


def test_a_value_too_long_too_short_or_twice_is_none():
    assert is_der(NULL)
    assert is_der(PAIR)
    for odd in (b"", PAIR[:-1], PAIR + b"\x00", PAIR + NULL, b"\x30\x03\x05\x00\x05", b"\x30\x02\x00\x00"):
        assert not is_der(odd)


def test_a_length_is_written_in_the_shortest_way():
    assert is_der(b"\x04\x81\x80" + b"x" * 128)
    for odd in (b"\x04\x81\x01x", b"\x04\x82\x00\x80" + b"x" * 128, b"\x30\x80\x05\x00\x00\x00"):
        assert not is_der(odd)


def test_values_nested_without_end_are_not_followed():
    deep = b""
    for _ in range(60):
        deep = b"\x30" + bytes([len(deep)]) + deep
    assert not is_der(deep)


@given(st.binary(max_size=60))
def test_any_bytes_get_an_answer(content):
    length = der_length(content)
    assert length is None or length <= len(content)
    assert is_der(content) in (True, False)

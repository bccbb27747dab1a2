"""Sealed data opens only unaltered, in its own place, with its own key."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel import seal as sealing
from motcua.kernel.seal import KeyRing, SealError, index, key_id_of, new_secret, secret_normal, secret_printed

OLD, NEW, INDEX = b"o" * 32, b"n" * 32, b"i" * 32
RING = KeyRing({"2021": OLD, "2026": NEW}, "2026", INDEX)


@given(st.text(), st.text())
def test_a_sealed_text_opens_in_its_own_place(text, context):
    blob = sealing.seal(RING, text, context)
    assert sealing.open(RING, blob, context) == text
    assert sealing.open(RING, memoryview(blob), context.encode()) == text


def test_the_same_text_never_seals_to_the_same_bytes():
    assert sealing.seal(RING, "040090123456", "party:1") != sealing.seal(RING, "040090123456", "party:1")


@given(st.integers(0, 200), st.integers(1, 255))
def test_any_altered_byte_is_noticed(place, flip):
    blob = bytearray(sealing.seal(RING, "040090123456", "party:1"))
    blob[place % len(blob)] ^= flip
    with pytest.raises(SealError):
        sealing.open(RING, bytes(blob), "party:1")


@pytest.mark.parametrize(
    "blob", [b"", b"\x01", b"\x01\x04", b"\x02\x042026" + b"x" * 40, b"\x01\x042026short"]
)
def test_what_is_no_sealed_blob_is_refused(blob):
    with pytest.raises(SealError):
        sealing.open(RING, blob, "party:1")


def test_a_blob_moved_to_another_row_does_not_open():
    with pytest.raises(SealError):
        sealing.open(RING, sealing.seal(RING, "secret", "party:1"), "party:2")


def test_old_keys_still_open_and_missing_ones_say_so():
    before = KeyRing({"2021": OLD}, "2021", INDEX)
    blob = sealing.seal(before, "secret", "party:1")
    assert key_id_of(blob) == "2021"
    assert sealing.open(RING, blob, "party:1") == "secret"
    with pytest.raises(SealError, match="no key"):
        sealing.open(before, sealing.seal(RING, "secret", "party:1"), "party:1")


def test_a_bad_ring_is_refused():
    for keys, primary, index_key in (
        ({"a": OLD}, "b", INDEX),
        ({"a": b"short"}, "a", INDEX),
        ({"a": OLD}, "a", b""),
        ({"á": OLD}, "á", INDEX),
    ):
        with pytest.raises(ValueError):
            KeyRing(keys, primary, index_key)


def test_a_ring_never_prints_its_keys():
    assert "nnnn" not in repr(RING)
    assert "iiii" not in repr(RING)


def test_an_index_meets_equal_texts_of_one_purpose_only():
    assert index(RING, "Hòa", "name") == index(RING, "Ho\u0300a", "name")
    assert (
        len({index(RING, "ab", "c"), index(RING, "b", "ca"), index(RING, "abc", ""), index(RING, "ab", "d")})
        == 4
    )
    other = KeyRing({"2026": NEW}, "2026", b"j" * 32)
    assert index(RING, "ab", "c") != index(other, "ab", "c")


def test_secrets_are_typed_as_people_read_them():
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{10}", new_secret()) for _ in range(200))
    assert secret_normal(" o1il8-abcde ") == "01118ABCDE"
    secret = new_secret()
    assert secret_normal(secret_printed(secret).lower()) == secret

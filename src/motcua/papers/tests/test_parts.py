"""The beginning of a file waits for its end: in step, alone, bounded, and not for ever."""

import os
from uuid import uuid4

import pytest

from motcua.papers.chores import sweep_parts
from motcua.papers.parts import OutOfStep, Piece, arriving

DAY, MOST = 24 * 3600, 1000
PLACE, OTHER = uuid4(), uuid4()


def piece(offset=0, data=b"0123456789", size=30, name="anh.jpg", key="1"):
    return Piece(key=key, name=name, size=size, offset=offset, data=data)


def add(one, place=PLACE, most=MOST):
    with arriving(place, 1, one, most=most) as part:
        part.add(one)
        return part.have


def test_pieces_follow_each_other_and_one_sent_twice_is_not_kept_twice():
    assert add(piece()) == 10
    assert add(piece(offset=10)) == 20
    with pytest.raises(OutOfStep) as told:
        add(piece(offset=10))
    assert told.value.have == 20
    with pytest.raises(OutOfStep):
        add(piece(offset=20, data=b"0" * 11))
    assert add(piece(offset=20)) == 30


def test_files_of_other_names_sizes_and_places_are_other_files():
    add(piece())
    for other in (piece(name="khac.jpg"), piece(size=31), piece(key="2")):
        assert add(other) == 10
    assert add(piece(), place=OTHER) == 10


def test_nothing_is_left_of_a_file_of_which_nothing_was_kept(files_root):
    with pytest.raises(OutOfStep):
        add(piece(offset=10))
    assert not list((files_root / "parts" / str(PLACE)).iterdir())


def test_older_beginnings_make_room_for_newer_ones(files_root):
    for number in range(5):
        add(piece(key=f"{number}"), most=45)
    kept = list((files_root / "parts" / str(PLACE)).iterdir())
    assert sum(one.stat().st_size for one in kept) <= 45


def test_beginnings_are_removed_a_day_after_the_last_piece(files_root, at):
    add(piece())
    add(piece(), place=OTHER)
    assert sweep_parts(at=at) == 0
    folder = files_root / "parts" / str(PLACE)
    for one in (*folder.iterdir(), folder):
        long_ago = one.stat().st_mtime - DAY - 60
        os.utime(one, (long_ago, long_ago))
    assert sweep_parts(at=at) == 1
    assert add(piece()) == 10
    assert add(piece(offset=10), place=OTHER) == 20

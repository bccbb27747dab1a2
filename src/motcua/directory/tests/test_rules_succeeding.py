"""Duties follow agencies through any number of reforms."""

from datetime import date

from motcua.directory.rules.succeeding import carriers

STEPS = {
    "old": [(date(2024, 12, 1), "middle")],
    "middle": [(date(2025, 7, 1), "new")],
    "district": [(date(2025, 7, 1), "new"), (date(2025, 7, 1), "other")],
}


def after(agency_id, on, alive, steps=STEPS):
    return carriers(agency_id, on, lambda one: one in alive, steps)


def test_an_agency_carries_its_own_duties_while_it_exists():
    assert after("old", date(2024, 11, 30), {"old"}) == ["old"]


def test_two_reforms_are_followed_one_after_the_other():
    assert after("old", date(2024, 12, 1), {"middle"}) == ["middle"]
    assert after("old", date(2026, 1, 1), {"new", "other"}) == ["new"]


def test_a_divided_agency_is_followed_by_all():
    assert after("district", date(2025, 7, 1), {"new", "other"}) == ["new", "other"]


def test_a_reform_to_come_does_not_count_yet():
    assert after("old", date(2024, 11, 30), set()) == []


def test_an_agency_followed_by_nobody_has_no_successor():
    assert after("lost", date(2026, 1, 1), {"new"}) == []


def test_a_circle_in_the_data_ends():
    circle = {"a": [(date(2021, 1, 1), "b")], "b": [(date(2021, 1, 1), "a")]}
    assert after("a", date(2022, 1, 1), set(), circle) == []

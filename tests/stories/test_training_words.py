"""The exercises as data: ten for each role within 45 minutes, in the words that stand on the screens."""

import re

import pytest

from motcua.commands.translations import english
from motcua.ledger.wiring import kinds
from motcua.training.operations.staging import PREPARED
from motcua.training.rules.exercises import BY_SLUG, EXERCISES, exercises_for
from motcua.web.office.training.views import PAGES

ROLES = ("reception", "specialist", "approver", "head", "admin")
EVERY = list(BY_SLUG.values())
ON_SCREEN = re.compile(r"\*\*(.+?)\*\*")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_ten_that_are_done_in_45_minutes(role):
    assert len(EXERCISES[role]) == 10
    assert sum(one.minutes for one in EXERCISES[role]) <= 45


def test_every_exercise_has_an_address_of_its_own():
    assert len({one.slug for one in EVERY}) == len(EVERY) == 37


def test_who_heads_and_approves_is_shown_the_heads_ten_and_who_only_approves_ten_of_their_own():
    assert exercises_for(frozenset({"approver", "head"})) == list(EXERCISES["head"])
    assert len(exercises_for(frozenset({"approver"}))) == 10
    assert len(exercises_for(frozenset({"reception", "specialist"}))) == 20


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.slug)
def test_the_words_of_the_screen_are_those_of_the_product(one):
    """A button that is renamed must be renamed in the exercise, too: these words lead the learner."""
    shown = {str(message.id) for message in english() if message.id} | {"Đăng ký khai sinh"}
    named = {words.rstrip(".:") for step in one.steps for words in ON_SCREEN.findall(step)}
    plain = {re.sub(r"\s*\(%\(.*", "", words).rstrip(".:") for words in shown}
    assert named - plain == set()


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.slug)
def test_what_is_prepared_and_looked_for_exists(one):
    assert one.prepared in {*PREPARED, "nothing", "person", "officer", "book"}
    assert one.page in PAGES
    assert {want.fact for want in one.wants} <= set(kinds())
    for want in one.wants:
        assert set(want.facts) <= set(kinds()[want.fact].__dataclass_fields__)


def test_an_overseer_and_a_citizen_have_no_exercises():
    assert exercises_for(frozenset({"oversight"})) == exercises_for(frozenset()) == []

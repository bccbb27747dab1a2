"""The invented answers of the demonstration: the usual case, and families that fit."""

from random import Random

import pytest

from motcua.catalogue.queries import form_of, version_in_force
from motcua.catalogue.rules.forms import evaluate
from motcua.commands.demonstration.stories import BIRTH, STORIES
from motcua.kernel.references import identity_problem
from motcua.training.answering import FEMALE, MALE, filer, fill_in, sex_of

COMMUNE = "16681"
SEEDS = range(12)


@pytest.fixture
def answered(db, at):
    def fill(procedure, seed):
        rng, on = Random(seed), at.date()
        form = form_of(version_in_force(procedure, on))
        who = filer(on, rng)
        return who, form, fill_in(form, unit=COMMUNE, filer=who, on=on, rng=rng)

    return fill


@pytest.mark.parametrize("procedure", sorted({one.procedure for one in STORIES}))
def test_every_form_is_filled_in_without_a_mistake(answered, at, procedure):
    for seed in SEEDS:
        _, form, answers = answered(procedure, seed)
        assert evaluate(form, answers, on=at.date(), units={COMMUNE}) == []


def test_a_birth_is_registered_by_its_own_parent_and_not_by_surrogacy(answered):
    for seed in SEEDS:
        who, _, answers = answered(BIRTH, seed)
        parent = "mother" if sex_of(who) == FEMALE else "father"
        assert answers["child.surrogacy"] == "no"
        assert answers["submitter.relation"] == parent
        assert answers[f"{parent}.identity"] == who.number
        assert answers["child.name"].split()[0] == answers["father.name"].split()[0]


def test_who_files_is_grown_and_has_the_number_of_that_age(at):
    found = [filer(at.date(), Random(seed)) for seed in SEEDS]
    assert {sex_of(one) for one in found} == {MALE, FEMALE}
    for one in found:
        assert identity_problem(one.number, birth=one.born) is None
        assert 23 <= at.year - one.born.year <= 41

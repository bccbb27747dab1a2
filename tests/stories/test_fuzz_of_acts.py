"""Random lawful lives of dossiers: no undefined state, no paper lost, the clock always that of the facts."""

import os
from collections import Counter
from datetime import datetime
from random import Random

import pytest
from django.db import transaction

from motcua.dossiers.models import Document
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.rules.workflow import Act
from motcua.dossiers.tests.factories import counter_case, filed
from motcua.kernel.worktime import ZONE
from motcua.ledger.verify import verify
from tests.stories.fuzzing import DOING, Life

LIVES = int(os.environ.get("MOTCUA_FUZZ", "400"))
"""How many; `MOTCUA_FUZZ=10000` is the whole proof."""
LONGEST = 14
START = datetime(2026, 9, 8, 9, 0, tzinfo=ZONE)

pytestmark = [pytest.mark.django_db, pytest.mark.e2e]

OWNERS = {
    Act.ANSWER_SUPPLEMENT,
    Act.ASK_WITHDRAWAL,
    Act.ACCEPT_WITHDRAWAL,
    Act.DECLINE_WITHDRAWAL,
    Act.COLLECT,
}
NEVER_ON_PAPER = {Act.RECEIVE, Act.REFUSE, *OWNERS}
"""Taken in is received; its owner has no account, and comes to the counter."""
NEVER_ONLINE: set[Act] = set()


class _TakenBackError(Exception):
    """Ends a life: what happened in it is taken back."""


def _online(cast, at):
    return filed(cast.an, at=at)[0].id


def _on_paper(cast, at):
    return take_in(case=counter_case(at), by=cast.binh, at=at).dossier_id


@pytest.mark.parametrize("on_paper", [False, True], ids=["online", "on-paper"])
def test_no_lawful_life_leaves_the_law_or_loses_anything(cast, at, on_paper):
    begin = _on_paper if on_paper else _online
    key = begin(cast, at)
    kept, done = Document.objects.filter(dossier_id=key).count(), Counter()
    for seed in range(LIVES // 2):
        life = Life(cast, key, START, Random(f"{on_paper}-{seed}"), on_paper, documents=kept, done=done)
        try:
            with transaction.atomic():
                life.live(life.rng.randint(1, LONGEST))
                raise _TakenBackError
        except _TakenBackError:
            pass
        except AssertionError as wrong:
            raise AssertionError(f"life {seed}, {on_paper=}: {wrong}") from wrong
    assert verify().findings == []
    assert LIVES < 400 or set(DOING) - set(done) == (NEVER_ON_PAPER if on_paper else NEVER_ONLINE)

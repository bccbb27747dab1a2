"""Keeping who took a result or papers at the counter; the number of a card is sealed as every party's is."""

from datetime import datetime
from typing import Literal

from motcua.accounts.operations.parties import Person, register
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.models import Dossier, Handout
from motcua.dossiers.rules.handouts import Taker, Who, in_order, taker_problems
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import identity_normal
from motcua.kernel.worktime import ZONE


def hand_out(
    *, dossier: Dossier, thing: Literal["result", "papers"], taker: Taker, by: Actor, at: datetime
) -> Handout:
    """Note who takes a thing of a dossier, inside the caller's act. Raises Incomplete for a record with gaps."""
    by_another = dossier.submitter_id not in (None, dossier.owner_id)
    problems = taker_problems(taker, at.astimezone(ZONE).date(), by_another=by_another)
    if problems:
        raise Incomplete(problems)
    party = None
    if taker.who == Who.OTHER:
        person = Person(name=" ".join(taker.name.split()), number=identity_normal(taker.number))
        [party] = register(people=[person], by=by, at=at)
    return Handout.objects.create(
        id=uuid7(at),
        dossier=dossier,
        thing=thing,
        who=taker.who,
        party=party,
        shown=in_order(taker.shown),
        by=by.id,
        at=at,
    )

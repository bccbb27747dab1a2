"""The owner who lost the secret gets it again at the counter, with the identity card, and is told of it."""

from types import SimpleNamespace

import pytest

from motcua.dossiers import notices
from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.events import SecretReprinted
from motcua.dossiers.operations.reprinting import reprint_secret
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import by_code_and_secret
from motcua.dossiers.tests.factories import IDENTITY, filed
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.models import Event

GUEST = Actor("guest", "somebody")


def test_reception_gives_the_same_secret_again_and_it_opens_the_dossier(cast, at):
    dossier, done = filed(GUEST, at=at)
    for by, number in ((cast.binh, IDENTITY), (cast.bao, "040 090 123 456")):
        assert reprint_secret(dossier_id=dossier.id, number=number, by=by, at=at) == done.secret
    assert by_code_and_secret(done.code, done.secret) == dossier.id


def test_who_printed_it_when_and_for_which_dossier_is_a_fact_and_the_secret_is_not(cast, at):
    dossier, done = filed(cast.an, at=at)
    reprint_secret(dossier_id=dossier.id, number=IDENTITY, by=cast.binh, at=at)
    fact = Event.objects.get(name="dossiers.SecretReprinted")
    assert (fact.actor_id, fact.at, fact.thread, fact.unit) == (
        cast.binh.id,
        at,
        dossier.id,
        dossier.agency_id,
    )
    assert done.secret not in str(fact.facts)
    assert IDENTITY not in str(fact.facts)
    for audience in ("officer", "citizen"):
        assert "in lại mã bí mật" in [one.label for one in timeline(dossier.id, audience=audience)][-1]


def test_the_owner_is_told(cast, at):
    dossier, done = filed(cast.an, at=at)
    fact = SecretReprinted(dossier_id=dossier.id, agency_id=dossier.agency_id, shown_by="owner")
    heard = SimpleNamespace(event=SimpleNamespace(id=uuid7(), at=at), fact=fact)
    [message] = notices.owner_messages(heard)
    assert message.template == "secret_reprinted"
    assert done.secret not in str(message.values)


@pytest.mark.parametrize("who", ["bich", "chi", "dung", "an"])
def test_nobody_else_gets_it_not_even_with_the_number(cast, at, who):
    dossier, _ = filed(cast.an, at=at)
    with pytest.raises(NotFound):
        reprint_secret(dossier_id=dossier.id, number=IDENTITY, by=getattr(cast, who), at=at)
    assert not Event.objects.filter(name="dossiers.SecretReprinted").exists()


@pytest.mark.parametrize("number", ["", "040090123457", "²" * 12, "x" * 500])
def test_another_card_opens_nothing_and_leaves_no_fact(cast, at, number):
    dossier, _ = filed(cast.an, at=at)
    with pytest.raises(Incomplete):
        reprint_secret(dossier_id=dossier.id, number=number, by=cast.binh, at=at)
    assert not Event.objects.filter(name="dossiers.SecretReprinted").exists()

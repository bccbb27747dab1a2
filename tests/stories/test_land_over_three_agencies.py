"""A first land certificate: one dossier over three agencies, with papers asked for, two opinions, an apology, a result.

Received on Tuesday, 8 September 2026, at the counter: twenty working days. Every date below is counted by hand.
"""

from datetime import datetime

import pytest

from motcua.accounts.tests.factories import officer
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import Apology, Dossier, Opinion, Result, SigningOrder
from motcua.dossiers.operations import answering, signing
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.queries.opinions import kept_days
from motcua.dossiers.rules.reception import Given
from motcua.dossiers.tests.factories import counter_case, photo
from motcua.gateways import clock
from motcua.kernel.actors import GUEST
from motcua.kernel.worktime import ZONE
from motcua.ledger.verify import verify
from tests.stories.officer import OWNER_CAME, REASON, Officer, address, fresh, unsigned
from tests.stories.test_officer_prints_papers import read

LAND, THIRD = "1.012753", "UBND25-16681"
QUESTION = "Thửa đất có tranh chấp, có nằm trong quy hoạch không?"
ANSWER = "Thửa đất không có tranh chấp, không nằm trong quy hoạch."


def on(day, month, hour=9):
    return datetime(2026, month, day, hour, tzinfo=ZONE)


@pytest.fixture
def at():
    return on(8, 9)


@pytest.fixture
def tam(cast, at):
    """A specialist of the third agency, a ward of Vinh."""
    return officer("tam", "Lê Thị Tâm", THIRD, ["specialist"], since=at.date(), at=at)


def act(who, dossier, moment, noun, **typed):
    with clock.set_to(moment):
        return Officer(who).send(dossier, noun, **typed)


def ask(cast, dossier, moment, agency_id, days):
    act(
        cast.bich,
        dossier,
        moment,
        "opinions",
        **{"opinion-agency": agency_id, "opinion-text": QUESTION, "opinion-days": str(days)},
    )
    return Opinion.objects.get(dossier=dossier, agency_id=agency_id)


def answered(who, opinion, moment):
    with clock.set_to(moment):
        sent = Officer(who).client.post(f"/office/opinions/{opinion.id}/answers/", {"answer": ANSWER})
    assert sent.status_code == 302


def test_the_whole_way_over_three_agencies(cast, tam, at):
    with clock.set_to(at):
        entry = counter_case(at, procedure=LAND, papers=tuple(Given(seq, originals=1) for seq in (1, 2, 3)))
        take_in(case=entry, by=cast.binh, at=at)
    dossier = Dossier.objects.get(entry__id=entry.id)
    assert dossier.due_at == on(6, 10, 17)  # twenty working days from 9 September
    act(cast.binh, dossier, at, "transfers")

    # Two agencies are asked; neither stops the clock. Chi answers in time, Tâm two days late.
    first = ask(cast, dossier, on(9, 9), cast.chi.unit, 3)
    second = ask(cast, dossier, on(9, 9), THIRD, 2)
    assert (first.due_at, second.due_at) == (on(14, 9, 17), on(11, 9, 17))
    assert fresh(dossier).due_at == on(6, 10, 17)
    answered(cast.chi, first, on(14, 9, 16))
    answered(tam, second, on(15, 9))

    # Papers are asked for on the 16th and sent on the 21st: 17, 18 and 21 September wait.
    act(cast.bich, dossier, on(16, 9), "supplements", component="1", **{"reason-1": REASON})
    assert (fresh(dossier).status, fresh(dossier).due_at) == (5, None)
    brought(dossier, on(21, 9))
    assert fresh(dossier).due_at == on(9, 10, 17)

    # On the eve it is not ready: the head apologises once and gives three more working days.
    raise_alarms(at=on(8, 10, 8))
    act(cast.bao, dossier, on(8, 10, 9), "apologies", **{"sign_apology-reason": REASON, "days": "3"})
    assert fresh(dossier).due_at == on(14, 10, 17)
    assert Apology.objects.get(dossier=dossier).due_at == on(9, 10, 17)

    # Proposed, approved, signed and sealed, issued within the second promise, handed over.
    act(cast.bich, dossier, on(13, 10), "proposals")
    act(cast.bao, dossier, on(13, 10), "approvals")
    act(
        cast.bich,
        dossier,
        on(13, 10),
        "signing-requests",
        **{"unsigned-number": "7/GCN", "unsigned": unsigned()},
    )
    act(cast.bao, dossier, on(14, 10), "signatures")
    signing.carry_out(order_id=SigningOrder.objects.get(dossier=dossier).id, at=on(14, 10))
    act(cast.binh, dossier, on(14, 10, 10), "handovers", **OWNER_CAME)
    assert fresh(dossier).stage == "returned"

    with clock.set_to(on(14, 10, 11)):
        result = Result.objects.get(dossier=dossier)
        assert "Còn hiệu lực" in Officer(cast.chi).text(f"/v/{result.document_id}/")
        page = Officer(cast.bich).open(dossier)
        slip = read(Officer(cast.bich).get(f"{address(dossier)}papers/control_slip/0/"))
        Officer(cast.chi).get(address(dossier), 404)
        Officer(tam).get(address(dossier), 404)
    assert "Trả lời chậm" in page
    for name in ("Phạm Thị Chi", "Lê Thị Tâm", "Đúng hạn", "Quá hạn", "Hẹn lại, sau thư xin lỗi"):
        assert name in slip
    late = {one.agency_id: (one.asked, one.late) for one in kept_days(cast.dung, on(14, 10))}
    assert late == {cast.chi.unit: (1, 0), THIRD: (1, 1)}
    assert Dossier.objects.filter(owner=dossier.owner).count() == 1  # however many agencies: one dossier
    assert verify().findings == []


def brought(dossier, moment):
    """Her daughter sends the photo, with the secret on the receipt."""
    answering.attach_answer(
        dossier_id=dossier.id,
        component=1,
        stream=photo(),
        name="don.jpg",
        by=GUEST,
        at=moment,
        holds_secret=True,
    )
    answering.answer_supplement(
        dossier_id=dossier.id, seen=fresh(dossier).version, by=GUEST, at=moment, holds_secret=True
    )

"""The main path through the operations: filed, received, asked, answered, handled, approved, issued, collected."""

from datetime import timedelta

import pytest

from motcua.directory.models import Door
from motcua.directory.queries import code_prefix
from motcua.directory.warm import forget_all
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound, Stale
from motcua.dossiers.models import Dossier, DossierCode, Draft, Origin
from motcua.dossiers.operations import answering, drafting, intake, processing, returning
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.queries.desk import desk_counts, desk_page
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import by_code_and_secret, dossier_for, grant_for
from motcua.dossiers.tests.factories import drafted, filed, photo
from motcua.kernel.actors import Actor
from motcua.ledger.verify import verify

HOUR = timedelta(hours=1)
WHY = "Ảnh giấy chứng sinh bị mờ, xin chụp lại cho rõ chữ."


def _reload(dossier):
    return Dossier.objects.get(id=dossier.id)


def _do(act, dossier, by, at, **more):
    act(dossier_id=dossier.id, seen=_reload(dossier).version, by=by, at=at, **more)
    return _reload(dossier)


def test_a_dossier_goes_all_the_way_and_everything_is_written_down(cast, at):
    dossier, done = filed(cast.an, at=at)
    assert (dossier.status, dossier.received_at, dossier.due_at) == (1, None, None)
    dossier = _do(processing.receive, dossier, cast.binh, at + HOUR)
    assert dossier.status == 2
    assert dossier.promised_at == dossier.due_at
    dossier = _do(processing.transfer, dossier, cast.binh, at + 2 * HOUR)
    dossier = _do(
        processing.ask_supplement, dossier, cast.bich, at + 3 * HOUR, items=[Asked(4, "Giấy chứng sinh", WHY)]
    )
    assert (dossier.status, dossier.due_at) == (5, None)
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="moi.jpg", by=cast.an, at=at + 4 * HOUR
    )
    dossier = _do(answering.answer_supplement, dossier, cast.an, at + timedelta(days=2))
    assert dossier.status == 4
    assert dossier.due_at > dossier.promised_at
    dossier = _do(processing.propose, dossier, cast.bich, at + timedelta(days=2, hours=1))
    dossier = _do(processing.approve, dossier, cast.bao, at + timedelta(days=2, hours=2))
    dossier = _do(
        returning.issue,
        dossier,
        cast.bich,
        at + timedelta(days=2, hours=3),
        paper=returning.ResultPaper(photo("green"), "ket-qua.jpg", "12/2026"),
    )
    assert dossier.status == 9
    returning.collect(dossier_id=dossier.id, by=cast.an, at=at + timedelta(days=3))
    assert _reload(dossier).status == 10
    names = [moment.name.split(".")[1] for moment in timeline(dossier.id, audience="citizen")]
    assert names == [
        "DossierSubmitted",
        "DossierReceived",
        "DossierTransferred",
        "SupplementAsked",
        "SupplementAnswered",
        "DossierTransferred",
        "DossierApproved",
        "ResultIssued",
        "ResultReturned",
    ]
    assert verify().findings == []
    assert by_code_and_secret(done.code, done.secret) == dossier.id


def test_filing_twice_gives_the_same_dossier(an, at):
    draft = drafted(an, at=at)
    once = intake.submit(draft_id=draft.id, seen=draft.version, by=an, at=at)
    again = intake.submit(draft_id=draft.id, seen=draft.version, by=an, at=at + HOUR)
    assert once == again
    assert Dossier.objects.count() == 1


def test_codes_count_up_by_agency_and_day(an, at):
    codes = [filed(an, at=at)[1].code for _ in range(3)]
    next_day = filed(an, at=at + timedelta(days=1))[1].code
    elsewhere = filed(an, at=at, agency_id="UBND25-18001")[1].code
    assert [code.rsplit("-", 1)[1].lstrip("0") for code in [*codes, next_day, elsewhere]] == [
        "1",
        "2",
        "3",
        "1",
        "1",
    ]
    assert len({*codes, next_day, elsewhere}) == 5


def test_the_code_is_written_as_the_row_of_the_day_says(an, at):
    Door.objects.filter(name="dossier_code", valid_to=None).update(value="yyMMdd-4")
    forget_all()
    try:
        assert filed(an, at=at)[1].code == f"{code_prefix('UBND25-17989', at.date())}-260908-0001"
    finally:
        forget_all()


def test_a_draft_without_its_papers_is_not_filed_and_stays_as_it_was(an, at):
    draft = drafted(an, at=at)
    draft.files.update(taken_out_at=at)
    with pytest.raises(Incomplete) as caught:
        intake.submit(draft_id=draft.id, seen=draft.version, by=an, at=at)
    assert all(field.startswith("component-") for field, _ in caught.value.problems)
    assert Draft.objects.get(id=draft.id).dossier_id is None
    assert Dossier.objects.count() == DossierCode.objects.count() == 0


def test_what_was_typed_on_another_device_is_not_overwritten(an, at):
    draft = drafted(an, at=at)
    drafting.save(draft_id=draft.id, seen=draft.version, answers={"x.y": "1"}, by=an, at=at)
    with pytest.raises(Stale):
        drafting.save(draft_id=draft.id, seen=draft.version, answers={"x.y": "2"}, by=an, at=at)


def test_a_stranger_is_refused_everywhere_and_is_not_told_that_it_exists(cast, at):
    draft = drafted(cast.an, at=at)
    stranger = Actor("citizen", "018f0000-0000-7000-8000-000000000000")
    guest = Actor("guest", "somebody")
    for other in (stranger, guest, cast.binh, cast.chi):
        with pytest.raises(NotFound):
            drafting.save(draft_id=draft.id, seen=draft.version, answers={}, by=other, at=at)
        with pytest.raises(NotFound):
            intake.submit(draft_id=draft.id, seen=draft.version, by=other, at=at)
    dossier, _ = filed(cast.an, at=at)
    document = dossier.documents.first()
    for other in (stranger, guest, cast.chi):
        with pytest.raises(NotFound):
            dossier_for(other, dossier.id)
        with pytest.raises(NotFound):
            processing.receive(dossier_id=dossier.id, seen=dossier.version, by=other, at=at)
        if document:
            with pytest.raises(NotFound):
                grant_for(other, dossier.id, document.id)


def test_oversight_reads_and_acts_on_nothing(cast, at):
    dossier, _ = filed(cast.an, at=at)
    view = dossier_for(cast.dung, dossier.id)
    assert view.acts == []
    with pytest.raises(NotAllowed):
        processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.dung, at=at)


def test_chi_elsewhere_has_an_empty_desk(cast, at):
    filed(cast.an, at=at)
    assert set(desk_counts(cast.chi, at=at).values()) == {0}
    assert desk_counts(cast.binh, at=at)["new"] == 1


@pytest.mark.parametrize("bucket", ["today", "late", "mine", "others", "new", "open"])
def test_every_count_is_the_length_of_its_list(cast, at, bucket):
    for number in range(4):
        dossier, _ = filed(cast.an, at=at - timedelta(days=number))
        if number % 2:
            _do(processing.receive, dossier, cast.binh, at - timedelta(hours=number))
    for viewer in (cast.binh, cast.bich, cast.bao):
        rows, after = [], None
        while True:
            page = desk_page(viewer, bucket, at=at, after=after, limit=2)
            rows += page.rows
            after = page.after
            if after is None:
                break
        assert len(rows) == len({row.id for row in rows}) == desk_counts(viewer, at=at)[bucket]


def test_an_officer_acts_on_what_was_seen_not_on_what_came_since(cast, at):
    dossier, _ = filed(cast.an, at=at)
    seen = dossier.version
    _do(answering.ask_withdrawal, dossier, cast.an, at)
    with pytest.raises(Stale):
        processing.receive(dossier_id=dossier.id, seen=seen, by=cast.binh, at=at + HOUR)


def test_the_owner_withdraws_and_the_agency_answers(cast, at):
    dossier, _ = filed(cast.an, at=at)
    dossier = _do(answering.ask_withdrawal, dossier, cast.an, at, reason="Nộp nhầm nơi")
    assert dossier.status == 7
    dossier = _do(answering.accept_withdrawal, dossier, cast.binh, at + HOUR)
    assert (dossier.status, dossier.closed) == (8, True)


def test_a_refusal_needs_a_reason_that_explains(cast, at):
    dossier, _ = filed(cast.an, at=at)
    with pytest.raises(Incomplete):
        processing.refuse(dossier_id=dossier.id, seen=dossier.version, reason="Sai", by=cast.binh, at=at)
    dossier = _do(
        processing.refuse, dossier, cast.binh, at, reason="Không thuộc thẩm quyền của Ủy ban nhân dân xã."
    )
    assert dossier.status == 3
    assert [one.text for one in dossier_for(cast.an, dossier.id).remarks]


def test_a_supplement_is_answered_only_with_every_paper_asked_for(cast, at):
    dossier, _ = filed(cast.an, at=at)
    items = [Asked(4, "Giấy chứng sinh", WHY), Asked(6, "Giấy tờ tùy thân", WHY)]
    dossier = _do(processing.ask_supplement, dossier, cast.binh, at, items=items)
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=at
    )
    with pytest.raises(Incomplete):
        answering.answer_supplement(dossier_id=dossier.id, seen=dossier.version, by=cast.an, at=at + HOUR)
    assert _reload(dossier).status == 5


def test_the_origin_keeps_the_channel_and_no_raw_address(an, at):
    dossier, _ = filed(an, at=at)
    origin = Origin.objects.get(dossier=dossier)
    assert (origin.channel, origin.filed_by) == ("online", "self")
    assert origin.session_key
    assert origin.phone_key
    assert origin.applicant_key


def test_numbers_of_people_are_sealed_in_the_dossier(an, at):
    dossier, _ = filed(an, at=at)
    assert "040090123456" not in str(dossier.answers)
    assert "040090123456" not in str(dossier.owner.__dict__.values())

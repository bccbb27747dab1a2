"""The desk is the day: its lists, their counts, its pages, and finding a dossier."""

from datetime import timedelta

import pytest

from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing
from motcua.dossiers.tests.factories import filed
from motcua.gateways import clock
from motcua.web.office.desk import views
from motcua.web.shared import keyset
from tests.stories.officer import DESK, REASON, Officer, address, at_stage, brought, codes_on, fresh, notes

BUCKETS = ("mine", "today", "late", "new", "unanswered", "others", "open", "closed")
NONSENSE = ("x", "%00", "bnVsbA", "e30", "W10", "WzEsMl0", "A" * 4000, "Ww==", "đường")


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def week(cast, at):
    """One dossier at each stage that lies on somebody's desk, by stage."""
    stages = ("submitted", "received", "handling", "approving", "approved", "issued")
    found = {stage: at_stage(cast, stage, at) for stage in stages}
    found["waiting"], _ = filed(cast.an, at=at)
    asked = [processing.Asked(4, "Giấy chứng sinh", REASON)]
    processing.ask_supplement(
        dossier_id=found["waiting"].id, seen=fresh(found["waiting"]).version, items=asked, by=cast.binh, at=at
    )
    found["refused"], _ = filed(cast.an, at=at)
    processing.refuse(
        dossier_id=found["refused"].id,
        seen=fresh(found["refused"]).version,
        reason=REASON,
        by=cast.binh,
        at=at,
    )
    return found


def code_of(dossier):
    return dossier.codes.get().code


def codes(week, *stages):
    return {code_of(week[stage]) for stage in stages}


def test_each_finds_on_the_desk_what_waits_for_this_role(cast, week):
    assert set(Officer(cast.binh).listed()) == codes(week, "submitted", "received", "issued")
    assert set(Officer(cast.bich).listed()) == codes(week, "handling", "approved")
    assert set(Officer(cast.bao).listed()) >= codes(week, "approving")


def test_what_waits_for_the_citizen_waits_for_nobody_here(cast, week):
    binh = Officer(cast.binh)
    assert code_of(week["waiting"]) not in binh.listed("mine")
    assert code_of(week["waiting"]) in binh.listed("others")
    assert code_of(week["waiting"]) not in binh.listed("new")


def test_new_online_dossiers_are_those_not_yet_answered(cast, week):
    assert set(Officer(cast.binh).listed("new")) == codes(week, "submitted")


def test_closed_dossiers_lie_in_their_own_list(cast, week):
    binh = Officer(cast.binh)
    assert set(binh.listed("closed")) == codes(week, "refused")
    assert set(binh.listed("open")) == {code_of(one) for one in week.values()} - codes(week, "refused")


def test_every_count_is_the_length_of_its_list(cast, week):
    for who in (cast.binh, cast.bich, cast.bao, cast.chi):
        officer = Officer(who)
        counts = {bucket: officer.count(bucket) for bucket in BUCKETS}
        assert counts == {bucket: len(officer.listed(bucket)) for bucket in BUCKETS}


def test_mine_and_others_together_are_all_that_is_open(cast, week):
    binh = Officer(cast.binh)
    assert sorted(binh.listed("mine") + binh.listed("others")) == sorted(binh.listed("open"))


def test_what_was_not_answered_in_time_is_late(cast, week, at):
    binh = Officer(cast.binh)
    assert binh.listed("late") == []
    with clock.set_to(at + timedelta(days=3)):
        binh = Officer(cast.binh)
        assert code_of(week["submitted"]) in binh.listed("late")
        assert code_of(week["waiting"]) not in binh.listed("late")
        assert "Quá hạn" in binh.text(DESK, data={"list": "late"})


def test_a_dossier_given_to_a_colleague_leaves_ones_own_list(cast, week, at):
    processing.assign(
        dossier_id=week["handling"].id,
        seen=week["handling"].version,
        holder=cast.bao.id,
        by=cast.bich,
        at=at,
    )
    assert code_of(week["handling"]) not in Officer(cast.bich).listed("mine")
    assert code_of(week["handling"]) in Officer(cast.bao).listed("mine")


def test_another_agency_has_another_desk(cast, week):
    chi = Officer(cast.chi)
    assert all(chi.listed(bucket) == [] for bucket in BUCKETS)


def test_pages_follow_each_other_without_gap_or_repetition(cast, week, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 3)
    binh = Officer(cast.binh)
    seen, page = [], binh.text(DESK, data={"list": "open"})
    for _ in range(9):
        seen += codes_on(page)
        if 'rel="next"' not in page:
            break
        page = binh.text(
            page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
        )
    assert len(seen) == len(set(seen)) == len(week) - 1


def test_a_cursor_of_nonsense_shows_the_first_page(cast, week):
    binh = Officer(cast.binh)
    for bucket in ("open", "closed"):
        first = binh.listed(bucket)
        for cursor in (*NONSENSE, keyset.encode(("2026", "x")), keyset.encode((None, None))):
            assert binh.listed(bucket, after=cursor) == first, cursor


def test_a_cursor_grants_nothing(cast, week):
    mark = keyset.encode(("2000-01-01T00:00:00+00:00", str(week["submitted"].id)))
    assert Officer(cast.chi).listed("open", after=mark) == []


def test_an_unknown_list_is_ones_own(cast, week):
    binh = Officer(cast.binh)
    assert binh.listed("<script>") == binh.listed("mine")


def find(officer, words):
    return officer.client.get(f"{DESK}search/", {"q": words})


def test_a_code_opens_its_dossier_at_once(cast, week):
    code = code_of(week["handling"])
    for typed in (code, f" {code.lower()} "):
        answer = find(Officer(cast.binh), typed)
        assert answer.headers["Location"] == address(week["handling"])


def test_a_number_finds_all_dossiers_of_its_owner(cast, week):
    number = "040090123456"
    assert len(codes_on(find(Officer(cast.binh), number).content.decode())) == len(week)
    assert codes_on(find(Officer(cast.binh), "040 090 123 456").content.decode())


def test_the_start_of_a_name_is_found_with_or_without_marks(cast, week):
    name = week["submitted"].owner_name
    for typed in (name, name.upper(), name[:5], "nguyen van hoa"):
        assert code_of(week["submitted"]) in codes_on(find(Officer(cast.binh), typed).content.decode()), typed


def test_odd_words_find_nothing_and_break_nothing(cast, week):
    for words in ("", "%", "_", "\\", "'; DROP TABLE x; --", "９９", "x" * 5000):
        answer = find(Officer(cast.binh), words)
        assert answer.status_code == 200
        assert codes_on(answer.content.decode()) == []


def test_what_no_keyboard_types_is_refused_as_unreadable(cast, week):
    assert find(Officer(cast.binh), "a\0b").status_code == 400
    assert Officer(cast.binh).client.get(f"{DESK}%00/").status_code == 404
    assert (
        Officer(cast.binh)
        .client.post(address(week["submitted"]) + "refusals/", {"reason": "\0" * 20})
        .status_code
        == 400
    )


def test_search_of_another_agency_finds_nothing_by_code_number_or_name(cast, week):
    chi = Officer(cast.chi)
    for typed in (code_of(week["handling"]), "040090123456", week["handling"].owner_name):
        answer = find(chi, typed)
        assert answer.status_code == 200
        assert codes_on(answer.content.decode()) == []
    assert notes(cast.chi, "search") == []


def test_every_list_that_was_read_is_noted(cast, week):
    Officer(cast.binh).listed("new")
    Officer(cast.bich).client.get(f"{DESK}search/", {"q": "040090123456"})
    assert notes(cast.binh, "desk") == [[f"dossier:{week['submitted'].id}"]]
    assert len(notes(cast.bich, "search")[0]) == Dossier.objects.count()


def test_an_empty_list_says_what_will_come(cast):
    assert "Chưa có hồ sơ nào ở đây" in Officer(cast.binh).text(DESK)
    assert notes(cast.binh, "desk") == []


def test_a_dossier_brought_on_moves_from_list_to_list(cast, week):
    brought(week["submitted"], cast, "handling", clock.now())
    assert code_of(week["submitted"]) in Officer(cast.bich).listed("mine")
    assert Officer(cast.binh).listed("new") == []


def test_what_the_citizen_did_not_answer_in_time_has_a_list_of_its_own(cast, week, at):
    dossier = week["waiting"]
    other = Officer(cast.binh).text(address(week["received"]))
    assert "Công dân trả lời chậm nhất đến hết Thứ Năm, ngày 08/10/2026." in other
    assert "Thời hạn tạm đặt, chưa tìm thấy căn cứ." in other
    assert "08/10/2026" in Officer(cast.binh).text(address(dossier))
    assert Officer(cast.binh).listed("unanswered") == []
    later = at + timedelta(days=31)
    raise_alarms(at=later)
    with clock.set_to(later):
        assert Officer(cast.binh).listed("unanswered") == [code_of(dossier)]
        assert "Quá hạn bổ sung" in Officer(cast.binh).text(DESK, data={"list": "open"})
        assert Officer(cast.chi).listed("unanswered") == []

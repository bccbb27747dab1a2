"""One installation answers for 1 September 2021 and for today; every question carries a day."""

from datetime import UTC, date, datetime

import pytest

from motcua.directory import queries, warm
from motcua.directory.models import Door
from motcua.kernel.references import dossier_code_format
from motcua.kernel.worktime import ZONE, Limit, due

DISPATCH = date(2021, 9, 1)
BETWEEN = date(2025, 1, 15)
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.django_db


def ids(found):
    return [one.id for one in found]


def count(on):
    return [len(queries.units(on, level)) for level in ("province", "district", "commune")]


def test_units_of_the_three_times():
    assert count(DISPATCH) == [1, 21, 460]
    assert count(BETWEEN) == [1, 20, 412]
    assert count(TODAY) == [1, 0, 130]


def test_a_code_names_another_unit_after_the_reform():
    assert queries.unit("16681", date(2025, 6, 30)).full_name == "Phường Quang Trung"
    assert queries.unit("16681", date(2025, 7, 1)).full_name == "Phường Thành Vinh"


def test_communes_are_listed_under_their_district_then_and_under_the_province_now():
    assert [one.name for one in queries.units(DISPATCH, parent="413")][:2] == ["Nghi Hải", "Nghi Hòa"]
    assert len(queries.units(TODAY, parent="40")) == 130


def test_names_are_in_the_order_of_vietnamese_dictionaries():
    names = [one.name for one in queries.units(DISPATCH, "district")]
    wanted = ["Con Cuông", "Cửa Lò", "Diễn Châu", "Đô Lương"]
    assert [one for one in names if one in wanted] == wanted


def test_cua_lo_joined_vinh_on_1_december_2024():
    assert queries.agency("UBND-413", date(2024, 11, 30)).name == "Ủy ban nhân dân thị xã Cửa Lò"
    assert queries.agency("UBND-413", date(2024, 12, 1)) is None
    assert ids(queries.successors("UBND-413", date(2024, 12, 1))) == ["UBND-412"]
    assert queries.unit("16723", date(2024, 12, 1)).parent_code == "412"
    assert queries.agency("UBND21-16723", date(2024, 12, 1)).parent_id == "UBND-412"


def test_a_commune_of_2021_is_followed_through_both_reforms():
    assert ids(queries.successors("UBND21-16684", DISPATCH)) == ["UBND21-16684"]
    assert ids(queries.successors("UBND21-16684", BETWEEN)) == ["UBND21-16681"]
    assert ids(queries.successors("UBND21-16684", TODAY)) == ["UBND25-16681"]


def test_every_agency_of_2021_is_followed_by_somebody_today():
    lost = [one.id for one in queries.agencies(DISPATCH) if not queries.successors(one.id, TODAY)]
    assert lost == []


def test_a_district_is_followed_by_the_communes_that_lie_in_it():
    followers = queries.successors("UBND-417", TODAY)
    assert len(followers) == 12
    assert {one.level for one in followers} == {"commune"}


def test_departments_merged_on_1_march_2025():
    assert queries.agency("SKHDT", date(2025, 2, 28)) is not None
    assert queries.agency("SKHDT", date(2025, 3, 1)) is None
    assert ids(queries.successors("SKHDT", date(2025, 3, 1))) == ["STC"]
    assert ids(queries.successors("SLDTBXH", TODAY)) == ["SNV"]


def test_a_renamed_agency_is_one_agency_with_the_name_of_the_day():
    before, after = (queries.agency("UBND21-17254", on) for on in (DISPATCH, BETWEEN))
    assert before.name == "Ủy ban nhân dân xã Bồng Khê"
    assert after.name == "Ủy ban nhân dân thị trấn Trà Lân"
    life = (date(2021, 1, 1), date(2025, 6, 30))
    assert (before.valid_from, before.valid_to) == (after.valid_from, after.valid_to) == life


def test_an_ended_agency_is_still_known_by_its_last_name():
    assert queries.agency_known("UBND21-17254", TODAY).name == "Ủy ban nhân dân thị trấn Trà Lân"
    assert queries.agency_known("UBND25-16681", DISPATCH) is None


def test_only_the_province_has_an_official_code_and_all_others_a_temporary_one():
    for on in (DISPATCH, BETWEEN, TODAY):
        every = queries.agencies(on)
        assert [one.id for one in every if not one.code_is_temporary] == ["UBND"]
        assert len({one.code for one in every}) == len(every)
    assert queries.code_prefix("UBND", TODAY) == "H41"


def test_a_dossier_code_can_be_made_for_every_agency_and_follows_the_door():
    for on, form in ((date(2025, 6, 30), "-250630-0001"), (date(2025, 7, 1), "-20250701-0000001")):
        for one in queries.agencies(on):
            prefix = queries.code_prefix(one.id, on)
            assert dossier_code_format(prefix, on, 1, queries.code_form(on)) == one.code + form
    with pytest.raises(queries.NoCode, match="2020-12-31"):
        queries.code_form(date(2020, 12, 31))


def test_an_agency_that_does_not_exist_has_no_code():
    with pytest.raises(queries.NoCode):
        queries.code_prefix("UBND-412", TODAY)


def test_the_portal_files_until_30_june_2025_and_the_national_portal_after():
    days = (DISPATCH, date(2025, 6, 30), date(2025, 7, 1))
    values = [queries.door("portal_filing", on).value for on in days]
    assert values == ["both", "both", "national"]
    assert "118/2025" in queries.door("portal_filing", date(2025, 7, 1)).law


def test_one_time_codes_of_individuals_end_on_1_july_2024():
    days = (DISPATCH, date(2024, 6, 30), date(2024, 7, 1))
    assert [queries.door("sign_in_one_time_code", on).value for on in days] == ["open", "open", "closed"]


def test_levels_1_to_4_end_on_15_august_2022():
    days = (DISPATCH, date(2022, 8, 14), date(2022, 8, 15))
    values = [queries.door("online_classification", on).value for on in days]
    assert values == ["levels_1_4", "levels_1_4", "full_partial"]


def test_a_door_of_which_no_row_speaks_has_no_state():
    assert queries.door("no_such_door", TODAY) is None
    assert queries.door("portal_filing", date(2020, 12, 31)) is None


def test_departments_receive_at_the_centre_and_committees_at_their_own_place():
    assert ids(queries.receiving_places(DISPATCH, "STP")) == ["TTPVHCC"]
    assert [one.name for one in queries.receiving_places(DISPATCH, "UBND-412")] == [
        "Bộ phận Tiếp nhận và Trả kết quả thành phố Vinh"
    ]
    assert [one.name for one in queries.receiving_places(TODAY, "UBND25-16681")] == [
        "Trung tâm Phục vụ hành chính công phường Thành Vinh"
    ]


def test_contacts_that_nobody_has_told_are_empty():
    place = queries.receiving_places(TODAY, "UBND25-16681")[0]
    assert (place.address, place.phone, place.email) == ("", "", "")


VECTORS = [
    ("2021-08-30T09:00", 3, "working_day", "2021-09-06"),
    ("2021-08-27T15:30", 5, "working_day", "2021-09-07"),
    ("2021-08-25T10:00", 12, "working_hour", "2021-08-26"),
    ("2021-07-30T09:00", 20, "day", "2021-08-19"),
    ("2021-07-09T09:00", 15, "day", "2021-07-26"),
    ("2021-02-09T09:00", 1, "working_day", "2021-02-17"),
]


@pytest.mark.parametrize(("received", "amount", "unit", "expected"), VECTORS)
def test_the_loaded_calendar_gives_the_due_dates_of_2021(received, amount, unit, expected):
    moment = datetime.fromisoformat(received).replace(tzinfo=ZONE)
    found = due(moment.astimezone(UTC), Limit(amount, unit), [], queries.work_calendar(None, DISPATCH))
    assert found.due_date == date.fromisoformat(expected)


def test_the_calendar_covers_2021_to_2027_with_swapped_days():
    calendar = queries.work_calendar("UBND25-16681", TODAY)
    assert (calendar.first, calendar.last) == (date(2021, 1, 1), date(2027, 12, 31))
    assert calendar.works(date(2026, 8, 22))
    assert not calendar.works(date(2026, 8, 31))
    assert calendar is queries.work_calendar(None, TODAY)


def test_a_warm_question_costs_no_query(django_assert_num_queries):
    queries.agency("UBND", TODAY)
    with django_assert_num_queries(0):
        queries.agency("UBND25-16690", TODAY)
        queries.agencies(DISPATCH, "commune")
        queries.units(BETWEEN, "commune", "412")
        queries.successors("UBND-412", TODAY)
        queries.work_calendar("UBND25-16681", TODAY)
        queries.door("portal_filing", TODAY)
        queries.receiving_places(TODAY)


def test_after_a_load_answers_change_within_seconds(monkeypatch):
    assert queries.door("portal_filing", TODAY).value == "national"
    Door.objects.filter(name="portal_filing", value="national").update(value="both")
    warm.DataVersion.objects.filter(room="directory").update(digest="another")
    assert queries.door("portal_filing", TODAY).value == "national"
    later = warm.monotonic() + warm.LOOK_AGAIN_SECONDS
    monkeypatch.setattr(warm, "monotonic", lambda: later)
    assert queries.door("portal_filing", TODAY).value == "both"


def test_a_period_is_asked_for_by_day_and_a_procedure_with_its_own_goes_before_all_others():
    general = queries.period("supplement_answer", TODAY, "1.001193")
    assert (general.limit, general.after, general.confidence) == (Limit(30, "day"), "desk", "assumed")
    own = queries.period("supplement_answer", BETWEEN, "1.013862")
    assert (own.limit, own.after, own.law) == (
        Limit(90, "working_day"),
        "stop",
        "Nghị định 15/2018/NĐ-CP, Điều 8",
    )
    assert queries.period("supplement_answer", TODAY, "1.013862") == general
    assert queries.period("supplement_answer", date(2020, 12, 31)) is None
    assert queries.period("no_such_period", TODAY) is None


def test_a_commune_is_found_by_its_former_name_with_those_who_carry_on():
    [found] = queries.former_communes("hung binh", TODAY)
    assert found.name == "Phường Hưng Bình, Thành phố Vinh"
    assert [one.name for one in found.now] == ["Ủy ban nhân dân phường Thành Vinh"]
    assert queries.former_communes("Hưng Bình", date(2025, 6, 30)) == [], "until then it was no former one"


def test_a_name_that_two_communes_had_is_told_apart_by_the_district():
    names = [one.name for one in queries.former_communes("nghi", TODAY)]
    assert len(names) == len(set(names)) > 1
    assert queries.former_communes("x", TODAY) == queries.former_communes("   ", TODAY) == []


def test_nobody_who_was_a_commune_is_without_a_successor_to_lead_to():
    for letter in ("an", "hung", "nghi", "quynh", "dien", "thanh"):
        assert all(one.now for one in queries.former_communes(letter, TODAY))


def test_a_promised_day_is_put_off_once_and_no_further_than_the_row_of_the_day_allows():
    for day in (date(2021, 9, 6), TODAY):
        held = queries.extension(day, "1.001193")
        assert (held.times, held.working_days, held.signers) == (1, 10, {"head"})
    assert queries.extension(date(2021, 9, 6)).law.startswith("Nghị định 61/2018")
    assert queries.extension(TODAY).confidence == "assumed"
    assert queries.extension(date(2020, 12, 31)) is None

"""The catalogue answers for a day: what held then, what was open then, and where."""

from datetime import date
from decimal import Decimal

import pytest

from motcua.catalogue import queries
from motcua.catalogue.rules.forms import evaluate, matter
from motcua.catalogue.tests.forms import BIRTH, COPIES, GOOD, RECORD
from motcua.kernel.worktime import Limit

pytestmark = pytest.mark.django_db

LEVELS, PARTIAL, NOW = date(2021, 9, 1), date(2023, 9, 1), date(2026, 9, 8)
COMMUNE_2021, COMMUNE_NOW = "UBND21-17989", "UBND25-17989"
LAND = "1.012784"
"""Splitting a plot of land: the department's, since 2025."""


@pytest.mark.parametrize(
    ("on", "basis", "papers"),
    [(LEVELS, "own_knowledge", 3), (date(2025, 7, 1), "assumed", 8), (NOW, "assumed", 8)],
)
def test_birth_registration_has_the_version_of_the_day(on, basis, papers):
    facts = queries.version_in_force(BIRTH, on)
    assert (facts.basis, len(facts.components)) == (basis, papers)
    assert facts.valid_from <= on
    assert queries.version(facts.id) == facts


def test_what_the_catalogue_does_not_know_of_a_day_is_no_version():
    assert queries.version_in_force(BIRTH, date(2020, 12, 31)) is None
    assert queries.version_in_force(LAND, date(2025, 6, 30)) is None
    assert queries.version_in_force("9.999999", NOW) is None


def test_the_facts_of_2021_end_with_the_districts():
    assert queries.version_in_force("1.003003", date(2025, 6, 30)).levels == ("district",)
    assert queries.version_in_force("1.003003", date(2025, 7, 1)) is None


def test_birth_registration_takes_one_day_on_every_channel():
    facts = queries.version_in_force(BIRTH, NOW)
    assert [facts.limit(channel) for channel in ("online", "post", "direct")] == [Limit(1, "day")] * 3
    assert queries.version_in_force(BIRTH, LEVELS).limit("direct") == Limit(1, "same_day")


def test_a_missing_fact_stays_missing():
    facts = queries.version_in_force(COPIES, NOW)
    assert facts.limit("online") is None
    assert facts.fees("online") == ()
    bare = queries.version_in_force("1.013562", NOW)
    assert bare.limit("direct") is None


@pytest.mark.parametrize(
    ("value", "unit", "limit"),
    [
        ("2", "hour", Limit(2, "working_hour")),
        ("0.5", "hour", Limit(1, "working_hour")),
        ("1", "year", Limit(12, "month")),
        ("1", "same_day", Limit(1, "same_day")),
        (None, "", None),
    ],
)
def test_times_of_the_source_become_limits_the_clock_can_count(value, unit, limit):
    channel = queries.ChannelFacts("direct", Decimal(value) if value else None, unit, "", None, "", "")
    assert channel.limit == limit


@pytest.mark.parametrize(
    ("on", "agency", "level"),
    [(LEVELS, COMMUNE_2021, "3"), (PARTIAL, COMMUNE_2021, "partial"), (NOW, COMMUNE_NOW, "full")],
)
def test_a_service_is_open_by_a_dated_row_that_says_it_is_an_estimate(on, agency, level):
    service = queries.online_service(BIRTH, agency, on)
    assert (service.level, service.is_estimate, service.decision) == (level, True, "")
    assert "ước lượng" in service.source


def test_without_a_row_nothing_is_online_although_its_papers_are_known():
    facts = queries.version_in_force("2.000884", NOW)
    assert facts is not None
    assert queries.online_service(facts.code, None, NOW) is None
    assert queries.briefs([facts.code], NOW)[0].online_level is None


def test_an_agency_without_competence_or_of_another_time_opens_nothing():
    assert queries.online_service(BIRTH, "STP", NOW) is None
    assert queries.online_service(BIRTH, COMMUNE_NOW, LEVELS) is None
    assert queries.online_service(BIRTH, COMMUNE_2021, NOW) is None
    assert queries.online_service(BIRTH, COMMUNE_NOW, date(2020, 1, 1)) is None


def test_every_open_service_of_today_has_an_agency_that_receives_it():
    codes = [
        brief.code
        for field in queries.fields(NOW)
        for brief in queries.procedures_in_field(field.slug, NOW, limit=400)
    ]
    opened = [code for code in codes if queries.online_service(code, None, NOW)]
    assert len(opened) > 1000
    assert [code for code in opened if not queries.receiving_agencies(code, NOW)] == []


def test_a_procedure_of_the_police_leads_to_their_own_portal():
    assert queries.procedure(RECORD).sector == "police"
    assert queries.online_service(RECORD, None, NOW) is None
    assert queries.receiving_agencies(RECORD, NOW) == []
    portal = queries.vertical_portal("police", NOW)
    assert portal.name == "Cổng dịch vụ công Bộ Công an"
    assert portal.url.startswith("https://")


def test_judicial_records_were_the_department_of_justice_s_in_2021():
    assert [one.id for one in queries.receiving_agencies("2.000488", LEVELS)] == ["STP"]
    assert queries.online_service("2.000488", "STP", LEVELS).level == "4"


def test_who_receives_follows_the_levels_of_the_day():
    assert len(queries.receiving_agencies(BIRTH, LEVELS)) == 460
    assert len(queries.receiving_agencies(BIRTH, NOW)) == 130
    assert {one.kind for one in queries.receiving_agencies("1.001612", LEVELS)} == {"district_committee"}
    assert [one.id for one in queries.receiving_agencies(LAND, NOW)] == ["SNNMT"]


def test_a_department_that_was_merged_hands_its_procedures_on():
    spring = date(2025, 4, 1)
    before = queries.version_in_force("2.001610", spring)
    assert before.agency_id == "SKHDT"
    assert [one.id for one in queries.receiving_agencies("2.001610", spring)] == ["STC"]


def test_life_events_show_only_what_exists_on_the_day():
    then, now = ({one.slug: one.procedures for one in queries.life_events(on)} for on in (LEVELS, NOW))
    assert "1.009994" in then["xay-nha"]
    assert "1.009994" not in now["xay-nha"]
    assert queries.procedures_of_life_event("sinh-con", NOW)[0].code == BIRTH
    assert queries.procedures_of_life_event("khong-co", NOW) == []


def test_a_field_is_read_page_by_page_in_alphabetical_order():
    whole = queries.procedures_in_field("ho-tich", NOW, limit=500)
    first = queries.procedures_in_field("ho-tich", NOW, limit=10)
    after = queries.place(first[-1], NOW)
    rest = queries.procedures_in_field("ho-tich", NOW, after=after, limit=500)
    assert [*first, *rest] == whole
    assert len(whole) == next(one.procedures for one in queries.fields(NOW) if one.slug == "ho-tich")


def test_the_eight_forms_belong_to_the_versions_of_their_time():
    assert {one.code for one in queries.with_own_form(NOW)} == set(GOOD)
    assert {"1.009994", "2.000488"} <= {one.code for one in queries.with_own_form(LEVELS)}


def test_a_form_is_derived_from_the_facts_where_there_is_none_of_its_own():
    facts = queries.version_in_force(LAND, NOW)
    form = queries.form_of(facts)
    assert form.title.vi == facts.title
    assert [one.key for one in form.sections] == [
        "submitter",
        "represented",
        "firm",
        "matter",
        "return",
        "notices",
    ]
    assert matter(form, {"matter.content": "Tách thửa 12"}) == f"{facts.title}: Tách thửa 12"
    assert "matter.content" in {one.field for one in evaluate(form, {})}


def test_names_by_codes_leave_unknown_ones_out():
    assert queries.procedure_names({BIRTH, "9.999999"}, NOW) == {BIRTH: "Đăng ký khai sinh"}


def test_a_procedure_has_the_name_of_its_day():
    then, now = (queries.procedure_names({COPIES}, on)[COPIES] for on in (LEVELS, NOW))
    assert then == "Chứng thực bản sao từ bản chính"
    assert now.startswith("Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan")


def test_a_localised_code_finds_the_national_procedure():
    assert queries.procedure("1.001193.000.00.00.H41").code == BIRTH


def test_warm_questions_cost_no_query(django_assert_num_queries):
    def ask():
        facts = queries.version_in_force(BIRTH, NOW)
        queries.form_of(facts)
        queries.online_service(BIRTH, COMMUNE_NOW, NOW)
        queries.receiving_agencies(BIRTH, NOW)
        queries.fields(NOW)
        queries.life_events(NOW)

    ask()
    with django_assert_num_queries(0):
        ask()

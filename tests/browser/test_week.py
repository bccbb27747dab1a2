"""A week on this system alone: a commune of Kỳ Sơn, the one-stop of Vinh, a department; every evening balances.

The days follow each other: each begins with what the day before left, so they run in order and as a whole.
`MOTCUA_WEEK=80` plays Vinh's counter as full as it is.
"""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser.visitors import save_picture
from tests.browser.week import without_line
from tests.browser.week.neighbours import file_for
from tests.browser.week.one_stop import (
    close_day,
    hand_over_all,
    issue,
    receive,
    registered,
    sign_for,
    someone,
    together,
)
from tests.browser.week.province import DAYS, JUSTICE, KENG_DU, NAM, VINH, opened, province
from tests.browser.week.without_line import Written
from tests.product import MOTCUA, ROOT, surroundings

pytestmark = pytest.mark.browser
A_DAY = int(os.environ.get("MOTCUA_WEEK", "4"))
"""Dossiers that come to Vinh's counter on each day; there are 80 in truth."""
BIRTH, CERTIFIED, RECORD = "1.001193", "2.000815", "2.000488"
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = DAYS
ALL = (KENG_DU, VINH, JUSTICE)


@dataclass
class Week:
    """What the people of the week remember from day to day."""

    chromium: object
    var: Path
    database: str
    came: dict = field(default_factory=dict)
    book: str = ""
    number: int = 0

    def opened(self, day, clock):
        return opened(self.chromium, self.var, self.database, day, clock)

    def next_one(self, **more):
        self.number += 1
        return someone(self.number, **more)

    def note(self, one_stop, day, code):
        """Keep by hand what came, as somebody beside the counter with pencil and paper would."""
        self.came.setdefault((one_stop.agency_id, day), []).append(code)

    def codes(self, one_stop, day):
        return self.came.get((one_stop.agency_id, day), [])


@pytest.fixture(scope="module")
def week(chromium, django_db_setup, django_db_blocker, tmp_path_factory):
    with province(django_db_blocker) as name:
        yield Week(chromium, tmp_path_factory.mktemp("week") / "var", name)


def picture(page, name):
    """Keep a picture, and the print, where somebody wants to look."""
    if folder := os.environ.get("MOTCUA_PICTURES"):
        save_picture(page, Path(folder), name)
        page.pdf(path=Path(folder) / f"{name}.pdf", prefer_css_page_size=True)


def at_counter(found, one_stop):
    """Give who receives there, at a machine whose printer is switched off."""
    one = found.officer(one_stop.receives)
    one.context.add_init_script("window.print = () => {}")
    return one


def counters(week, found, day, *, without=()):
    """Let people come to Vinh and to the department, by foot and by post."""
    hoa, ngoc = at_counter(found, VINH), at_counter(found, JUSTICE)
    for _ in range(A_DAY):
        week.note(VINH, day, receive(hoa.page, week.next_one(), CERTIFIED))
    for by_post in (False, False, True):
        week.note(JUSTICE, day, receive(ngoc.page, week.next_one(), RECORD, by_post=by_post))
    picture(ngoc.page, f"receipt-{day}")
    if KENG_DU not in without:
        keo = at_counter(found, KENG_DU)
        for phone in (True, False):
            week.note(KENG_DU, day, receive(keo.page, week.next_one(phone=phone), BIRTH))
        picture(keo.page, f"receipt-keng-du-{day}")


def evenings(week, found, day, *, without=()):
    """Hand everything over by list, sign, close the day; the register holds what came, no more and no less."""
    for one_stop in ALL:
        if one_stop in without:
            continue
        giver, taker = found.officer(one_stop.receives), found.officer(one_stop.handles)
        if address := hand_over_all(giver, "out"):
            sign_for(taker, address)
            picture(giver.go(f"{address}sheet/"), f"list-{one_stop.agency_id}-{day}")
        count = close_day(giver)
        assert count["Đầu ngày"] + count["Vào trong ngày"] - count["Ra trong ngày"] == count["Đang có"]
        assert sorted(registered(giver, str(day))) == sorted(week.codes(one_stop, day))


def results(week, found, one_stop, day, many):
    """Bring some dossiers of a day to their result, hand the results back, let the owners fetch them."""
    handles, approves = found.officer(one_stop.handles), found.officer(one_stop.approves)
    codes = week.codes(one_stop, day)[:many]
    together(handles, "propose", codes)
    together(approves, "approve", codes)
    for code in codes:
        issue(handles, code)
    receives = found.officer(one_stop.receives)
    sign_for(receives, hand_over_all(handles, "back"))
    for code in codes:
        receives.open_dossier(code)
        receives.give_to_owner("handovers")
        assert "Đã trả kết quả" in receives.page.inner_text("main")


def test_monday_three_one_stops_work_and_a_book_is_printed_for_days_without_a_line(week):
    with week.opened(MONDAY, "7:00") as found:
        keo = found.officer("keo")
        week.book = without_line.make_book(keo, 10).split("/", 3)[3]
        picture(keo.go(f"/{week.book}sheets/"), "book")
        counters(week, found, MONDAY)
        stranger = found.officer("chi")
        stranger.go(f"/office/search/?q={week.codes(KENG_DU, MONDAY)[0]}")
        assert stranger.page.locator("main [data-row]").count() == 0
    with week.opened(MONDAY, "16:40") as found:
        evenings(week, found, MONDAY)


def test_tuesday_keng_du_has_no_line_and_the_others_go_on(week):
    with week.opened(TUESDAY, "7:00") as found:
        counters(week, found, TUESDAY, without=[KENG_DU])
        results(week, found, VINH, MONDAY, 2)
    with week.opened(TUESDAY, "16:40") as found:
        evenings(week, found, TUESDAY, without=[KENG_DU])


WRITTEN = [Written(leaf, someone(9000 + leaf, phone=False), f"{7 + leaf}:15") for leaf in (1, 2, 4)]


def test_wednesday_what_was_written_by_hand_is_entered_with_its_true_hour(week):
    with week.opened(WEDNESDAY, "7:00") as found:
        keo = found.officer("keo")
        without_line.log_outage(keo, TUESDAY, "7:00", "16:50", len(WRITTEN))
        without_line.spoil(keo, f"/{week.book}", 3)
        for written in WRITTEN:
            code = without_line.enter(keo, f"/{week.book}", written, TUESDAY, BIRTH)
            week.note(KENG_DU, TUESDAY, code)
        assert "10 tờ = 6 chưa dùng + 3 đã nhập + 1 hỏng + 0 mất" in keo.go(f"/{week.book}").inner_text(
            "main"
        )
        assert "chưa nhập" not in keo.go("/office/").inner_text("main")
        assert sorted(registered(keo, str(TUESDAY))) == sorted(week.codes(KENG_DU, TUESDAY))
        counters(week, found, WEDNESDAY)
    with week.opened(WEDNESDAY, "16:40") as found:
        evenings(week, found, WEDNESDAY)


def test_thursday_the_head_of_a_hamlet_files_for_twelve_neighbours(week):
    with week.opened(THURSDAY, "7:00") as found:
        nam = found.visitor(360)
        nam.sign_in(NAM, found.product)
        nam.child_born = str(THURSDAY.year)
        filed = [file_for(nam, found.product, week.next_one(phone=number % 3 > 0)) for number in range(12)]
        assert len(set(filed)) == 12
        keo = found.officer("keo")
        for code in filed:
            keo.open_dossier(code)
            assert "Vi Văn Nam" in keo.page.inner_text("main")
            keo.act("receptions")
            week.note(KENG_DU, THURSDAY, code)
        counters(week, found, THURSDAY)
    with week.opened(THURSDAY, "16:40") as found:
        evenings(week, found, THURSDAY)


def test_friday_results_go_to_their_owners_slips_to_who_has_no_phone_and_the_week_adds_up(week):
    with week.opened(FRIDAY, "7:00") as found:
        counters(week, found, FRIDAY)
        results(week, found, KENG_DU, MONDAY, 2)
        results(week, found, JUSTICE, MONDAY, 2)
        slips(found.officer("keo"))
    with week.opened(FRIDAY, "16:40") as found:
        evenings(week, found, FRIDAY)
        for one_stop in ALL:
            officer = found.officer(one_stop.receives)
            page = officer.go(f"/office/register/?from={MONDAY}&to={FRIDAY}")
            total = sum(len(week.codes(one_stop, day)) for day in DAYS)
            assert page.locator("h1 .count").inner_text() == str(total)
            picture(page, f"register-{one_stop.agency_id}")
        reads = found.officer("dung")
        for one_stop in ALL:
            reads.open_dossier(week.codes(one_stop, MONDAY)[0])
            assert reads.page.locator("main form[action*='/office/dossiers/']").count() == 0


def slips(officer):
    """Print what is to be told on paper, give it to the head of the hamlet, tick it."""
    page = officer.go("/office/slips/")
    assert page.locator("main input[type=checkbox]").count() > 0
    picture(officer.go("/office/slips/sheets/"), "slips")


def test_the_ledger_of_the_week_is_whole(week):
    env = surroundings(week.var, week.database)
    done = subprocess.run(
        [*MOTCUA, "verify-ledger"], env=env, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr

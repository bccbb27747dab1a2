"""The trail as people read it."""

from datetime import date

from motcua.kernel.tests.calendars import CALENDAR, CLOSED_2021, at
from motcua.kernel.worktime import Limit, Pause, WorkCalendar, amount_words, due, limit_from, words


def told(received, limit, *pauses, lang="vi", calendar=CALENDAR):
    stretches = [Pause(at(a), b and at(b), "chờ bổ sung giấy tờ") for a, b in pauses]
    return words(due(at(received), limit_from(limit), stretches, calendar).trail, lang)


def test_a_grandmother_can_count_along_over_the_national_day():
    assert told("2021-08-30T09:00", "3 working_day") == [
        "Nhận hồ sơ lúc 9 giờ, Thứ Hai, ngày 30/8/2021. "
        "Thời hạn 3 ngày làm việc, bắt đầu tính từ ngày hôm sau.",
        "Thứ Ba, ngày 31/8/2021 và Thứ Tư, ngày 01/9/2021: tính 2 ngày làm việc (thứ 1 đến thứ 2).",
        "Thứ Năm, ngày 02/9/2021: nghỉ Quốc khánh, không tính.",
        "Thứ Sáu, ngày 03/9/2021: nghỉ Quốc khánh, không tính.",
        "Thứ Bảy, ngày 04/9/2021 và Chủ Nhật, ngày 05/9/2021: nghỉ cuối tuần, không tính.",
        "Thứ Hai, ngày 06/9/2021: ngày làm việc thứ 3.",
        "Hạn trả kết quả: 17 giờ, Thứ Hai, ngày 06/9/2021.",
    ]


def test_the_same_in_english():
    assert told("2021-08-27T15:30", "1 working_day", lang="en") == [
        "Received at 15:30 on Friday, 27 August 2021. "
        "Time limit 1 working day, the first day is the day after.",
        "Saturday, 28 August 2021 and Sunday, 29 August 2021: weekend, not counted.",
        "Monday, 30 August 2021: working day 1.",
        "Due: 17:00 on Monday, 30 August 2021.",
    ]


def test_a_pause_is_told_with_its_reason_and_what_it_took():
    lines = told("2021-08-09T08:00", "5 working_day", ("2021-08-11T10:00", "2021-08-18T09:00"))
    assert (
        "Từ Thứ Năm, ngày 12/8/2021 đến Thứ Tư, ngày 18/8/2021: "
        "tạm dừng chờ bổ sung giấy tờ, không tính 5 ngày làm việc."
    ) in lines


def test_a_running_pause_tells_what_is_left():
    assert told("2021-08-09T08:00", "5 working_day", ("2021-08-11T10:00", None))[-1] == (
        "Từ 10 giờ, Thứ Tư, ngày 11/8/2021: đang tạm dừng chờ bổ sung giấy tờ. "
        "Còn lại 3 ngày làm việc, tính tiếp khi hết tạm dừng."
    )
    days = told("2021-08-09T08:00", "20 day", ("2021-08-11T10:00", None))
    assert days[1] == "Thứ Ba, ngày 10/8/2021 và Thứ Tư, ngày 11/8/2021: tính 2 ngày."
    assert "Còn lại 18 ngày," in days[2]
    assert len(told("2021-08-09T08:00", "20 day", ("2021-08-09T10:00", None))) == 2
    assert "Còn lại 8 giờ," in told("2021-08-09T08:00", "10 working_hour", ("2021-08-09T10:00", None))[-1]


def test_hours_are_summed_day_by_day():
    assert told("2021-08-25T18:00", "12 working_hour") == [
        "Nhận hồ sơ lúc 18 giờ, Thứ Tư, ngày 25/8/2021. Thời hạn 12 giờ làm việc, tính từ lúc nhận.",
        "Ngoài giờ làm việc nên bắt đầu tính từ 7 giờ, Thứ Năm, ngày 26/8/2021.",
        "Thứ Năm, ngày 26/8/2021: tính 8 giờ, cộng lại 8 giờ.",
        "Thứ Sáu, ngày 27/8/2021: tính 4 giờ, cộng lại 12 giờ.",
        "Hạn trả kết quả: 11 giờ, Thứ Sáu, ngày 27/8/2021.",
    ]


def test_a_pause_of_hours_stands_where_it_happened():
    lines = told("2021-08-09T08:00", "10 working_hour", ("2021-08-09T10:00", "2021-08-10T09:00"))
    assert lines[1:3] == [
        "Thứ Hai, ngày 09/8/2021: tính 2 giờ, cộng lại 2 giờ.",
        "Từ 10 giờ, Thứ Hai, ngày 09/8/2021 đến 9 giờ, Thứ Ba, ngày 10/8/2021: "
        "tạm dừng chờ bổ sung giấy tờ, không tính 7 giờ.",
    ]


def test_a_last_day_on_a_rest_day_is_said_to_move():
    lines = told("2021-07-09T10:00", "15 day", ("2021-07-12T08:00", "2021-07-12T09:00"))
    assert lines[1:5] == [
        "Từ Thứ Bảy, ngày 10/7/2021 đến Thứ Bảy, ngày 24/7/2021: đủ 15 ngày.",
        "Từ 8 giờ, Thứ Hai, ngày 12/7/2021 đến 9 giờ, Thứ Hai, ngày 12/7/2021: "
        "tạm dừng chờ bổ sung giấy tờ, không làm thay đổi hạn.",
        "Thứ Bảy, ngày 24/7/2021 và Chủ Nhật, ngày 25/7/2021: "
        "nghỉ cuối tuần, hạn chuyển sang ngày làm việc tiếp theo.",
        "Hạn trả kết quả: 17 giờ, Thứ Hai, ngày 26/7/2021.",
    ]


def test_a_long_limit_stays_short_to_read():
    lines = told("2021-05-10T08:00", "60 working_day")
    assert len(lines) == 3
    assert "tính 60 ngày làm việc (thứ 1 đến thứ 60); không tính 24 ngày cuối tuần." in lines[1]


def test_make_up_days_and_named_days_off_read_well():
    calendar = WorkCalendar(
        date(2024, 1, 1),
        date(2024, 12, 31),
        {date(2024, 4, 29): "Ngày nghỉ (thay cho ngày 04/5/2024)", date(2024, 4, 30): "Ngày Chiến thắng"},
        {date(2024, 5, 4): "Ngày làm bù (cho ngày 29/4/2024)"},
    )
    lines = told("2024-04-26T08:00", "4 working_day", calendar=calendar)
    assert "Thứ Hai, ngày 29/4/2024: ngày nghỉ (thay cho ngày 04/5/2024), không tính." in lines
    assert "Thứ Ba, ngày 30/4/2024: nghỉ ngày Chiến thắng, không tính." in lines
    assert "Thứ Bảy, ngày 04/5/2024: ngày làm việc thứ 4, ngày làm bù (cho ngày 29/4/2024)." in lines


def test_a_dossier_that_came_after_the_cutoff_is_told_why_it_is_due_the_next_day():
    found = due(at("2021-08-27T15:30"), Limit(1, "same_day"), [], CALENDAR)
    assert words(found.trail) == [
        "Nhận hồ sơ lúc 15 giờ 30 phút, Thứ Sáu, ngày 27/8/2021. Giải quyết trong ngày.",
        "Nhận sau 15 giờ: tính sang ngày làm việc tiếp theo.",
        "Thứ Bảy, ngày 28/8/2021 và Chủ Nhật, ngày 29/8/2021: nghỉ cuối tuần, không tính.",
        "Thứ Hai, ngày 30/8/2021: ngày làm việc đầu tiên sau đó, là ngày hẹn trả.",
        "Hạn trả kết quả: 17 giờ, Thứ Hai, ngày 30/8/2021.",
    ]


def test_no_limit_and_same_day_are_said_plainly():
    assert told("2021-08-09T08:00", "")[-1] == (
        "Thủ tục này không quy định thời hạn, nên không có ngày hẹn trả."
    )
    assert told("2021-08-09T08:00", "0 working_day") == [
        "Nhận hồ sơ lúc 8 giờ, Thứ Hai, ngày 09/8/2021. Giải quyết trong ngày.",
        "Hạn trả kết quả: 17 giờ, Thứ Hai, ngày 09/8/2021.",
    ]
    assert told("2021-08-09T18:00", "0 working_day")[1:] == [
        "Thứ Ba, ngày 10/8/2021: ngày làm việc đầu tiên sau đó, là ngày hẹn trả.",
        "Hạn trả kết quả: 17 giờ, Thứ Ba, ngày 10/8/2021.",
    ]
    assert "đã hết giờ làm việc" in told("2021-08-09T18:00", "0 day")[1]


def test_the_trail_can_be_left_out():
    assert due(at("2021-08-30T09:00"), Limit(3, "working_day"), [], CALENDAR, explain=False).trail == ()
    assert not CALENDAR.works(next(iter(CLOSED_2021)))


def test_within_the_day_is_no_day_that_is_counted():
    assert amount_words(1, "same_day") == "trong ngày làm việc"
    assert amount_words(1, "same_day", "en") == "within the working day"
    assert amount_words(1, "working_day") == "1 ngày làm việc"

"""The trail of a due date in plain words, in Vietnamese or English: sentences anybody can check by hand."""

from collections.abc import Sequence
from datetime import date, datetime

from motcua.kernel.words import clock_words, date_words, moment_words, number_grouped
from motcua.kernel.worktime.trail import Step

_UNITS = {
    "vi": {
        "working_day": "ngày làm việc",
        "day": "ngày",
        "working_hour": "giờ làm việc",
        "month": "tháng",
        "same_day": "trong ngày làm việc",
    },
    "en": {
        "working_day": "working day",
        "day": "day",
        "working_hour": "working hour",
        "month": "month",
        "same_day": "within the working day",
    },
}
_STARTS = {
    "vi": {"working_hour": "tính từ lúc nhận", "": "bắt đầu tính từ ngày hôm sau"},
    "en": {"working_hour": "counted from that moment", "": "the first day is the day after"},
}
_TEXTS = {
    "vi": {
        "received": "Nhận hồ sơ lúc {moment}. Thời hạn {amount}, {starts}.",
        "received_same_day": "Nhận hồ sơ lúc {moment}. Giải quyết trong ngày.",
        "after_cutoff": "Nhận sau {clock}: tính sang ngày làm việc tiếp theo.",
        "received_plain": "Nhận hồ sơ lúc {moment}.",
        "no_limit": "Thủ tục này không quy định thời hạn, nên không có ngày hẹn trả.",
        "begins": "Ngoài giờ làm việc nên bắt đầu tính từ {moment}.",
        "office_day": "Một ngày làm việc của cơ quan dài {hours}, được tính như 8 giờ.",
        "counted": "{span}: ngày làm việc thứ {upto}{note}.",
        "counted_run": "{span}: tính {amount} (thứ {from_} đến thứ {upto}){skipped}{note}.",
        "hours": "{span}: tính {hours}, cộng lại {total}.",
        "holiday": "{span}: {rest}, không tính.",
        "weekend": "{span}: nghỉ cuối tuần, không tính.",
        "term": "{span}: đủ {amount}.",
        "used": "{span}: tính {amount}.",
        "paused": "{pause}: tạm dừng{reason}, không tính {amount}.",
        "paused_nothing": "{pause}: tạm dừng{reason}, không làm thay đổi hạn.",
        "shifted": "Hạn lùi thêm {count} ngày, đến {day}.",
        "moved": "{span}: {rest}, hạn chuyển sang ngày làm việc tiếp theo.",
        "next_day": "{span}: ngày làm việc đầu tiên sau đó, là ngày hẹn trả.",
        "after_hours": "{span}: đã hết giờ làm việc, hạn chuyển sang ngày làm việc tiếp theo.",
        "halted": "Từ {moment}: đang tạm dừng{reason}. Còn lại {amount}, tính tiếp khi hết tạm dừng.",
        "due": "Hạn trả kết quả: {moment}.",
    },
    "en": {
        "received": "Received at {moment}. Time limit {amount}, {starts}.",
        "received_same_day": "Received at {moment}. Handled on the same day.",
        "after_cutoff": "Received after {clock}: counted from the next working day.",
        "received_plain": "Received at {moment}.",
        "no_limit": "This procedure has no time limit, so there is no due date.",
        "begins": "Outside office hours, so the count begins at {moment}.",
        "office_day": "A working day of this office is {hours} long and counts as 8 hours.",
        "counted": "{span}: working day {upto}{note}.",
        "counted_run": "{span}: {amount} counted ({from_} to {upto}){skipped}{note}.",
        "hours": "{span}: {hours} counted, {total} in all.",
        "holiday": "{span}: {rest}, not counted.",
        "weekend": "{span}: weekend, not counted.",
        "term": "{span}: {amount} in full.",
        "used": "{span}: {amount} counted.",
        "paused": "{pause}: paused{reason}, {amount} not counted.",
        "paused_nothing": "{pause}: paused{reason}, the due date stays.",
        "shifted": "The last day moves by {count} days, to {day}.",
        "moved": "{span}: {rest}, the last day moves to the next working day.",
        "next_day": "{span}: the first working day after that is the due date.",
        "after_hours": "{span}: after office hours, the last day moves to the next working day.",
        "halted": "From {moment}: still paused{reason}. What is left, {amount}, counts when the pause ends.",
        "due": "Due: {moment}.",
    },
}


DAYS = ("working_day", "day")


def words(trail: Sequence[Step], lang: str = "vi") -> list[str]:
    """Return one sentence a step, in Vietnamese or (`lang` "en") English."""
    lang = lang if lang in _TEXTS else "vi"
    return [_sentence(step, lang) for step in trail]


def amount_words(amount: int, unit: str, lang: str = "vi") -> str:
    """Return an amount of time: `3 ngày làm việc`, `1 working day`, `trong ngày làm việc`."""
    if (
        unit == "same_day"
    ):  # a day that begins and ends with the office, not one that is counted from the next
        return _UNITS[lang][unit]
    plural = "s" if lang == "en" and amount != 1 else ""
    return f"{number_grouped(amount, lang)} {_UNITS[lang][unit]}{plural}"


def _sentence(step: Step, lang: str) -> str:
    key = step.kind
    if key == "received" and not step.detail:
        key = "received_plain"
    elif key == "received" and (step.detail == "same_day" or (not step.count and step.detail in DAYS)):
        key = "received_same_day"
    elif key == "counted" and step.count > 1:
        key += "_run"
    elif key == "paused" and not step.count:
        key += "_nothing"
    return _TEXTS[lang][key].format_map(_Values(step, lang))


class _Values(dict[str, str]):
    """The values a sentence may ask for, each worked out only when its name occurs."""

    def __init__(self, step: Step, lang: str) -> None:
        super().__init__()
        self._step, self._lang = step, lang

    def __missing__(self, name: str) -> str:
        return str(_VALUES[name](self._step, self._lang))


def _span(step: Step, lang: str) -> str:
    first, last = step.on, step.until or step.on
    if first == last:
        return date_words(first, lang)
    if (last - first).days == 1:
        return f"{date_words(first, lang)}{' and ' if lang == 'en' else ' và '}{date_words(last, lang)}"
    if lang == "en":
        return f"From {date_words(first, lang)} to {date_words(last, lang)}"
    return f"Từ {date_words(first)} đến {date_words(last)}"


def _pause(step: Step, lang: str) -> str:
    """Say the span of a pause: by days, or by moments of the clock."""
    if not isinstance(step.on, datetime):
        return _span(step, lang)
    if lang == "en":
        return f"From {_moment(step.on, lang)} to {_moment(step.until or step.on, lang)}"
    return f"Từ {_moment(step.on, lang)} đến {_moment(step.until or step.on, lang)}"


def _moment(moment: date, lang: str) -> str:
    return moment_words(moment, lang) if isinstance(moment, datetime) else date_words(moment, lang)


def _clock(step: Step, lang: str) -> str:
    return clock_words(step.on, lang) if isinstance(step.on, datetime) else ""


def _amount(step: Step, lang: str) -> str:
    if step.kind == "received":
        return amount_words(step.count, step.detail, lang)
    if step.unit == "working_hour":
        return _hours(step.count, lang)
    return amount_words(step.count, step.unit or "working_day", lang)


def _hours(seconds: int, lang: str) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    if lang == "en":
        parts = [f"{hours} h"] if hours or not minutes else []
        return " ".join(parts + ([f"{minutes} min"] if minutes else []))
    parts = [f"{hours} giờ"] if hours or not minutes else []
    return " ".join(parts + ([f"{minutes} phút"] if minutes else []))


def _rest(step: Step, lang: str) -> str:
    if not step.detail:
        return "weekend" if lang == "en" else "nghỉ cuối tuần"
    if lang == "en":
        return f"day off ({step.detail})"
    name = _lower(step.detail) if step.detail.startswith(("Nghỉ", "Ngày")) else step.detail
    return name if name.startswith(("nghỉ", "ngày nghỉ")) else f"nghỉ {name}"


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def _skipped(step: Step, lang: str) -> str:
    if not step.skipped:
        return ""
    if lang == "en":
        return f"; {step.skipped} weekend days not counted"
    return f"; không tính {step.skipped} ngày cuối tuần"


def _reason(step: Step, lang: str) -> str:
    if not step.detail:
        return ""
    return f" ({step.detail})" if lang == "en" else f" {step.detail}"


_VALUES = {
    "moment": lambda step, lang: _moment(step.on, lang),
    "day": lambda step, lang: date_words(step.on, lang),
    "span": _span,
    "pause": _pause,
    "amount": _amount,
    "hours": lambda step, lang: _hours(step.count, lang),
    "total": lambda step, lang: _hours(step.upto, lang),
    "starts": lambda step, lang: _STARTS[lang].get(step.detail, _STARTS[lang][""]),
    "upto": lambda step, _: step.upto,
    "from_": lambda step, _: step.upto - step.count + 1,
    "count": lambda step, _: step.count,
    "note": lambda step, _: f", {_lower(step.detail)}" if step.detail else "",
    "clock": _clock,
    "reason": _reason,
    "rest": _rest,
    "skipped": _skipped,
}

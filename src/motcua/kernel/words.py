"""Words for people in pure modules: text marked for translation, dates, moments, numbers, money, time left.

Dates follow Decree 30/2020 (days below 10 and the months 1 and 2 take a zero). `lang` is "vi" or "en".
"""

from datetime import date, datetime

from motcua.kernel.zone import local

_DAYS_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DIGITS_VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES_VI = ("", " nghìn", " triệu")
_UNDER_20_EN = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES_EN = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def mark(text: str) -> str:
    """Mark a Vietnamese text for translation; the web translates it when it shows it."""
    return text


def date_short(day: date, lang: str = "vi") -> str:
    """Return `02/9/2021`, or `2 September 2021`."""
    if lang == "en":
        return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def date_words(day: date, lang: str = "vi") -> str:
    """Return `Thứ Năm, ngày 02/9/2021`, or `Thursday, 2 September 2021`; a moment is taken in Vietnam."""
    day = local(day) if isinstance(day, datetime) else day
    if lang == "en":
        return f"{_DAYS_EN[day.weekday()]}, {date_short(day, lang)}"
    return f"{_DAYS_VI[day.weekday()]}, ngày {date_short(day)}"


def clock_words(moment: datetime, lang: str = "vi") -> str:
    """Return `7 giờ 30 phút`, or `07:30`, in Vietnamese time."""
    moment = local(moment)
    if lang == "en":
        return f"{moment:%H:%M}"
    return f"{moment.hour} giờ {moment.minute:02d} phút" if moment.minute else f"{moment.hour} giờ"


def moment_words(moment: datetime, lang: str = "vi") -> str:
    """Return `17 giờ, Thứ Hai, ngày 06/9/2021`, or `17:00 on Monday, 6 September 2021`."""
    join = " on " if lang == "en" else ", "
    return clock_words(moment, lang) + join + date_words(moment, lang)


def number_grouped(number: int, lang: str = "vi") -> str:
    """Return a number with its thousands apart: `2.781`, or `2,781`."""
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", ".")


def money_words(amount: int, lang: str = "vi") -> str:
    """Return an amount of money as printed: `50.000 đồng`, or `50,000 VND`."""
    return f"{number_grouped(amount, lang)} {'VND' if lang == 'en' else 'đồng'}"


def number_words(number: int, lang: str = "vi") -> str:
    """Return a number read aloud, as receipts need it: `hai mươi mốt nghìn`, or `twenty-one thousand`."""
    if number < 0:
        return f"{'minus' if lang == 'en' else 'âm'} {number_words(-number, lang)}"
    return _spelled_en(number) if lang == "en" else _spelled_vi(number)


def left_words(days: int, lang: str = "vi") -> str:
    """Return the working days left: `còn 3 ngày làm việc`, `hết hạn hôm nay`, `quá hạn 2 ngày làm việc`."""
    if days == 0:
        return "due today" if lang == "en" else "hết hạn hôm nay"
    if lang == "en":
        plural = "" if abs(days) == 1 else "s"
        return f"{abs(days)} working day{plural} {'left' if days > 0 else 'late'}"
    return f"{'còn' if days > 0 else 'quá hạn'} {abs(days)} ngày làm việc"


def _spelled_vi(number: int) -> str:
    if number >= 10**9:
        head, rest = divmod(number, 10**9)
        tail = f" {_groups_vi(rest, full=True)}" if rest else ""
        return f"{_spelled_vi(head)} tỷ{tail}"
    return _groups_vi(number, full=False)


def _groups_vi(number: int, *, full: bool) -> str:
    """Read a number below a milliard; `full` when it follows higher digits, whose zeros are then read."""
    if number == 0:
        return _DIGITS_VI[0]
    parts: list[str] = []
    for scale in (2, 1, 0):
        group = number // 1000**scale % 1000
        if group:
            parts.append(_hundreds_vi(group, full=full or bool(parts)) + _SCALES_VI[scale])
    return " ".join(parts)


def _hundreds_vi(number: int, *, full: bool) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    parts = [f"{_DIGITS_VI[hundreds]} trăm"] if hundreds or full else []
    if tens == 1:
        parts.append("mười")
    elif tens:
        parts.append(f"{_DIGITS_VI[tens]} mươi")
    elif ones and parts:
        parts.append("linh")
    if ones:
        last = "mốt" if ones == 1 and tens > 1 else "lăm" if ones == 5 and tens else _DIGITS_VI[ones]
        parts.append(last)
    return " ".join(parts)


def _spelled_en(number: int) -> str:
    for scale, name in _SCALES_EN:
        if number >= scale:
            head, rest = divmod(number, scale)
            joined = f"{_spelled_en(head)} {name}"
            return f"{joined} {_spelled_en(rest)}" if rest else joined
    if number >= 100:
        tail = f" and {_spelled_en(number % 100)}" if number % 100 else ""
        return f"{_UNDER_20_EN[number // 100]} hundred{tail}"
    if number >= 20:
        return _TENS_EN[number // 10] + (f"-{_UNDER_20_EN[number % 10]}" if number % 10 else "")
    return _UNDER_20_EN[number]

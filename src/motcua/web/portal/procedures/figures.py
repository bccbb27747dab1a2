"""Times and fees of a procedure in words: what the source states, apart by channel, nothing invented."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.catalogue.queries import ChannelFacts, VersionFacts
from motcua.web.shared.formats import money, number


@dataclass(frozen=True, slots=True)
class Line:
    """One stated time or fee: of which channel, how much, and the source's note (Vietnamese)."""

    channel: str
    text: str
    note: str


def time_words(value: Decimal | None, unit: str) -> str:
    """Return `3 ngày làm việc`; empty when the source states none."""
    if not value:
        return ""
    amount, some = _plain(value), 1 if value == 1 else 2
    match unit:
        case "working_day":
            return ngettext("%(count)s ngày làm việc", "%(count)s ngày làm việc", some) % {"count": amount}
        case "day":
            return ngettext("%(count)s ngày", "%(count)s ngày", some) % {"count": amount}
        case "hour":
            return ngettext("%(count)s giờ làm việc", "%(count)s giờ làm việc", some) % {"count": amount}
        case "month":
            return ngettext("%(count)s tháng", "%(count)s tháng", some) % {"count": amount}
        case "year":
            return ngettext("%(count)s năm", "%(count)s năm", some) % {"count": amount}
        case "same_day":
            return _("Trong ngày làm việc")
    return ""


def time_lines(facts: VersionFacts) -> list[Line]:
    """List the stated times, each once."""
    lines = [
        Line(one.channel, time_words(one.time_value, one.time_unit), one.time_note) for one in facts.channels
    ]
    return _once(line for line in lines if line.text)


def time_figure(facts: VersionFacts) -> str:
    """Return the time of filing online, else the first stated; empty when there is none."""
    lines = time_lines(facts)
    return next((line.text for line in lines if line.channel == "online"), lines[0].text if lines else "")


def fee_words(one: ChannelFacts) -> str:
    """Return `8.000 đồng`, or that it is free."""
    if one.fee_amount is None:
        return ""
    if one.fee_amount == 0:
        return _("Không mất phí")
    if one.fee_currency in ("", "VND"):
        return money(one.fee_amount)
    return f"{number(one.fee_amount)} {one.fee_currency}"


def fee_lines(facts: VersionFacts) -> list[Line]:
    """List the stated fees, each once."""
    lines = [Line(one.channel, fee_words(one), one.fee_note) for one in facts.channels]
    return _once(line for line in lines if line.text)


def fee_figure(facts: VersionFacts) -> str:
    """Return the fee, or from what to what it goes; empty when the source states none."""
    stated = [one for one in facts.channels if one.fee_amount is not None]
    low = min(stated, key=lambda one: one.fee_amount or 0, default=None)
    high = max(stated, key=lambda one: one.fee_amount or 0, default=None)
    if low is None or high is None:
        return ""
    if low.fee_amount == high.fee_amount:
        return fee_words(low)
    return _("Từ %(low)s đến %(high)s, tùy trường hợp") % {"low": _from(low), "high": fee_words(high)}


def _from(one: ChannelFacts) -> str:
    return fee_words(one) if one.fee_amount else money(0)


def _once(lines: Iterable[Line]) -> list[Line]:
    return list(dict.fromkeys(lines))


def _plain(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return text.replace(".", ",")

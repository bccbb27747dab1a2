"""Money and decisions that hold a dossier up: the forms of asking and confirming, of suspending and going on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.operations import paying, suspending
from motcua.dossiers.rules.pauses import Decision, Demand, Paid
from motcua.web.office.dossier.acts import act, reason_typed
from motcua.web.shared.dates import typed_date
from motcua.web.shared.viewer import Viewed


@act("ask_payment")
def payment_request(request: Viewed, **what: Any) -> str:
    """Ask the owner to pay."""
    post = request.POST
    demand = Demand(_money(post), _short(post, "purpose"), _short(post, "pay-law"), _day(post, "until"))
    paying.ask_payment(demand=demand, **what)
    return _("Đã gửi yêu cầu nộp tiền. Thời hạn tạm dừng cho đến khi cán bộ xác nhận đã nộp.")


@act("confirm_payment")
def payment(request: Viewed, **what: Any) -> str:
    """Confirm that it was paid, by the receipt."""
    paying.confirm_payment(paid=_paid(request.POST), **what)
    return _("Đã xác nhận tiền đã nộp. Công dân được báo.")


@act("cancel_payment")
def payment_withdrawal(request: Viewed, **what: Any) -> str:
    """Take the demand back."""
    paying.cancel_payment(reason=reason_typed(request, "cancel_payment"), **what)
    return _("Đã rút yêu cầu nộp tiền. Lý do đã được gửi cho công dân.")


@act("note_refund")
def refund(request: Viewed, **what: Any) -> str:
    """Note money that came too late and is owed back."""
    paying.note_refund(paid=_paid(request.POST), **what)
    return _("Đã ghi tiền phải hoàn trả. Công dân được báo.")


@act("suspend")
def suspension(request: Viewed, **what: Any) -> str:
    """Hold the dossier up by a decision."""
    post = request.POST
    decision = Decision(_short(post, "decision"), _day(post, "decided"), _short(post, "decided-by"))
    suspending.suspend(decision=decision, reason=reason_typed(request, "suspend"), **what)
    return _("Đã tạm dừng theo quyết định. Lý do đã được gửi cho công dân.")


@act("resume")
def resumption(request: Viewed, **what: Any) -> str:
    """Go on with it."""
    number = _short(request.POST, "resume-decision")
    suspending.resume(reason=reason_typed(request, "resume"), number=number, **what)
    return _("Hồ sơ được giải quyết tiếp. Công dân được báo.")


def _paid(post: Mapping[str, str]) -> Paid:
    return Paid(_short(post, "receipt"), _day(post, "paid"), _short(post, "payer"))


def _short(post: Mapping[str, str], name: str) -> str:
    return post.get(name, "").strip()[:500]


def _day(post: Mapping[str, str], name: str) -> date | None:
    try:
        return date.fromisoformat(typed_date(post, name))
    except ValueError:
        return None


def _money(post: Mapping[str, str]) -> int | None:
    """Read an amount as people type it: `50.000`, `50 000`, `50000đ`; None where that is no number."""
    text = post.get("amount", "").strip().lower()
    for word in ("đồng", "vnđ", "vnd", "đ"):
        text = text.removesuffix(word)
    digits = text.translate(str.maketrans("", "", " .\u00a0"))
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 15 else None

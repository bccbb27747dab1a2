"""The reasons and lists that a message only points to, for those who cannot look them up."""

from typing import Any
from uuid import UUID

from motcua.dossiers.events import DossierSuspended, PaymentAsked
from motcua.dossiers.models import Hold, Remark, SupplementItem
from motcua.kernel.words import date_short


def said_in_full(fact: Any) -> list[str]:
    """Give, in lines, the public reason or the list of papers that belongs to a fact."""
    lines = []
    if remark_id := getattr(fact, "remark_id", None):
        lines = [f"Lý do: {one.text}" for one in Remark.objects.filter(id=remark_id, public=True)]
    if hold_id := getattr(fact, "hold_id", None):
        lines += _asked_or_decided(fact, hold_id)
        items = SupplementItem.objects.filter(hold_id=hold_id).order_by("id")
        lines += [f"– {one.title or 'Giấy tờ khác'}: {one.reason}" for one in items]
    return lines


def _asked_or_decided(fact: Any, hold_id: UUID) -> list[str]:
    """Say what money is asked for, or by which decision a dossier is held up. Papers of an agency are in Vietnamese."""
    if isinstance(fact, PaymentAsked):
        hold = Hold.objects.get(id=hold_id)
        return [f"Khoản phải nộp: {hold.text}.", f"Căn cứ: {hold.law}."]
    if isinstance(fact, DossierSuspended):
        hold = Hold.objects.get(id=hold_id)
        day = date_short(hold.decided_on) if hold.decided_on else ""
        return [f"Quyết định số {hold.number} ngày {day}, {hold.decided_by}.", f"Lý do: {hold.text}"]
    return []

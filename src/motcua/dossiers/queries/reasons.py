"""The reasons and lists that a message only points to, for those who cannot look them up."""

from typing import Any

from motcua.dossiers.models import Remark, SupplementItem


def said_in_full(fact: Any) -> list[str]:
    """Give, in lines, the public reason or the list of papers that belongs to a fact."""
    lines = []
    if remark_id := getattr(fact, "remark_id", None):
        lines = [f"Lý do: {one.text}" for one in Remark.objects.filter(id=remark_id, public=True)]
    if hold_id := getattr(fact, "hold_id", None):
        items = SupplementItem.objects.filter(hold_id=hold_id).order_by("id")
        lines += [f"– {one.title or 'Giấy tờ khác'}: {one.reason}" for one in items]
    return lines

"""Closing a day: refused while something stays that nobody has explained."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from motcua.custody import events
from motcua.custody.errors import Incomplete, NotAllowed, NotFound
from motcua.custody.models import Evening, Remainder
from motcua.custody.queries.evenings import evening
from motcua.dossiers.rules.texts import REASON_AT_LEAST
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.ledger.alone import alone_with


def close_day(*, reasons: Mapping[UUID, str], by: Actor, at: datetime) -> Evening:
    """Close the day of the one-stop, with a reason for each thing left. Raises NotFound, NotAllowed, Incomplete."""
    with act(by=by, at=at) as deed:
        alone_with(f"evening:{by.unit}:{at.astimezone(ZONE).date()}")
        view = evening(by, at)
        if view is None:
            raise NotFound
        if view.closed:
            raise NotAllowed(mark("Ngày này đã được khóa."))
        if not view.count.balances:
            raise NotAllowed(mark("Số hồ sơ giấy không khớp; hãy kiểm đếm lại rồi gọi hỗ trợ."))
        given = {one.item.id: reasons.get(one.item.id, "").strip() for one in view.left}
        bare = [key for key, reason in given.items() if len(reason) < REASON_AT_LEAST]
        if bare:
            said = mark("Cần xử lý, hoặc ghi rõ vì sao để lại.")
            raise Incomplete([(f"reason-{key}", said) for key in bare])
        count = view.count
        row = Evening.objects.create(
            id=uuid7(at),
            agency_id=by.unit or "",
            day=view.day,
            opening=count.opening,
            came=count.came,
            went=count.went,
            closing=count.closing,
            closed_by=by.id,
            closed_at=at,
        )
        Remainder.objects.bulk_create(
            Remainder(id=uuid7(at), evening=row, item_id=key, reason=reason) for key, reason in given.items()
        )
        deed.record(
            events.DayClosed(
                agency_id=row.agency_id, evening_id=row.id, day=row.day, closing=row.closing, left=len(given)
            )
        )
    return row

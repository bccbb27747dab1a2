"""The counter's page for what was received by hand: a leaf of a receipt book, its outage, its true hour."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from motcua.counter import errors
from motcua.counter.operations.late import enter_late
from motcua.counter.queries.books import line_of
from motcua.counter.queries.outages import outages
from motcua.counter.rules.outages import WHATS
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.operations.reception import CounterCase
from motcua.dossiers.queries.codes import Filed
from motcua.web.office.counter.typed import Typed
from motcua.web.shared.dates import typed_date, typed_moment
from motcua.web.shared.formats import moment_short
from motcua.web.shared.viewer import Viewed


def shown(request: Viewed, typed: Typed) -> dict[str, Any]:
    """Give what the page shows of the leaf that is entered; nothing for somebody who stands at the counter."""
    if not typed["leaf"]:
        return {"late": None}
    lines = outages(request.actor)
    late = {
        "line": _line(request, typed),
        "outages": [(str(one.outage.id), _words(one.outage)) for one in lines],
        "outage": typed["outage"] or (str(lines[0].outage.id) if lines else ""),
        "day": typed_date(typed, "received_at"),
    }
    return {"late": late}


def enter(request: Viewed, typed: Typed, case: CounterCase) -> Filed:
    """Enter the leaf. Raises Incomplete with problems by field."""
    _line(request, typed)
    case = replace(case, channel="direct", received_at=typed_moment(typed, "received_at"))
    try:
        return enter_late(
            leaf_id=UUID(typed["leaf"]),
            outage_id=_id(typed["outage"]),
            case=case,
            reason=typed["reason"],
            by=request.actor,
            at=request.at,
        )
    except errors.Incomplete as error:
        raise Incomplete(error.problems) from error
    except errors.NotAllowed as error:
        raise Incomplete([("", str(error))]) from error


def _line(request: Viewed, typed: Typed) -> Any:
    try:
        return line_of(request.actor, _id(typed["leaf"]))
    except errors.NotFound as error:
        raise Http404 from error


def _words(outage: Any) -> str:
    until = moment_short(outage.ended_at) if outage.ended_at else _("chưa hết")
    return f"{_(WHATS[outage.what])}: {moment_short(outage.began_at)} – {until}"


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)

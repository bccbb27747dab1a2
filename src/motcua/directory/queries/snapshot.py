"""The whole directory in memory: some thousand small rows, read in twelve queries once a load."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model

from motcua.directory.models import (
    Agency,
    AgencyCode,
    CalendarDay,
    Door,
    Extension,
    OfficeHours,
    PaperForm,
    Period,
    PlaceAgency,
    ReceivingPlace,
    Succession,
    Unit,
)
from motcua.directory.warm import Warm

Row = TypeVar("Row", bound=Model)
Answer = TypeVar("Answer")
MEMORIES = 60
_UNKNOWN = object()


@dataclass(frozen=True)
class Snapshot:
    """The rows by their keys; rows of one key are in the order of their days."""

    units: Mapping[str, Sequence[Unit]]
    agencies: Mapping[str, Sequence[Agency]]
    codes: Mapping[str, Sequence[AgencyCode]]
    successions: Mapping[str, Sequence[Succession]]
    places: Mapping[str, Sequence[ReceivingPlace]]
    place_agencies: Mapping[str, Sequence[PlaceAgency]]
    days: Mapping[str, Sequence[CalendarDay]]
    hours: Mapping[str, Sequence[OfficeHours]]
    doors: Mapping[str, Sequence[Door]]
    periods: Mapping[str, Sequence[Period]]
    paper_forms: Mapping[str, Sequence[PaperForm]]
    extensions: Mapping[str, Sequence[Extension]]
    _answers: dict[object, object] = field(default_factory=dict)

    def remembered(self, question: object, answer: Callable[[], Answer]) -> Answer:
        """Return an answer computed before, or compute it; some dozens are kept. Threads may share it."""
        known = self._answers.get(question, _UNKNOWN)
        if known is not _UNKNOWN:
            return known  # type: ignore[return-value]
        found = answer()
        if len(self._answers) >= MEMORIES:
            self._answers.clear()
        self._answers[question] = found
        return found


def _read() -> Snapshot:
    return Snapshot(
        units=_by("code", Unit.objects.order_by("valid_from")),
        agencies=_by("agency_id", Agency.objects.order_by("valid_from")),
        codes=_by("agency_id", AgencyCode.objects.order_by("is_temporary", "valid_from")),
        successions=_by("predecessor_id", Succession.objects.order_by("on", "successor_id")),
        places=_by("place_id", ReceivingPlace.objects.order_by("place_id", "valid_from")),
        place_agencies=_by("place_id", PlaceAgency.objects.order_by("agency_id", "valid_from")),
        days=_by("agency_id", CalendarDay.objects.order_by("day")),
        hours=_by("agency_id", OfficeHours.objects.order_by("valid_from")),
        doors=_by("name", Door.objects.order_by("valid_from")),
        periods=_by("name", Period.objects.order_by("valid_from")),
        paper_forms=_by("key", PaperForm.objects.order_by("valid_from")),
        extensions=_by("scope", Extension.objects.order_by("valid_from")),
    )


def _by(key: str, rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return dict(found)


_warm = Warm("directory", _read)


def snapshot() -> Snapshot:
    """Return the directory as loaded."""
    return _warm.value()

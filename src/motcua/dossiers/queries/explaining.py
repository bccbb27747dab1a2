"""Why this date? The trail from reception to due date, in words."""

from motcua.directory.queries import work_calendar
from motcua.dossiers.models import Dossier, Hold
from motcua.dossiers.queries.apologies import why_days
from motcua.dossiers.queries.derived import limit_of, pauses_of
from motcua.dossiers.rules.clock import explained
from motcua.kernel.worktime import ZONE, CalendarEnds, amount_words, words

_PUT_OFF = {
    "vi": "Cơ quan đã xin lỗi và hẹn lại, muộn hơn hẹn lần đầu {amount}.",
    "en": "The agency apologised and gave a new day, {amount} after the first promise.",
}


def why_due(dossier: Dossier, holds: list[Hold], lang: str) -> list[str]:
    """Explain the due date of a received dossier, one sentence a step; empty when there is none to explain."""
    if dossier.received_at is None:
        return []
    calendar = work_calendar(dossier.agency_id, dossier.received_at.astimezone(ZONE).date())
    try:
        found = explained(dossier.received_at, limit_of(dossier), pauses_of(dossier, holds), calendar)
    except CalendarEnds as error:
        return [str(error)]
    if found is None:
        return []
    if not dossier.extra_days:
        return words(found.trail, lang)
    bridge = _PUT_OFF.get(lang, _PUT_OFF["vi"]).format(
        amount=amount_words(dossier.extra_days, "working_day", lang)
    )
    return [*words(found.trail, lang), bridge, *why_days(dossier, dossier.extra_days, holds, lang)]

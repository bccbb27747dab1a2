"""Why dossiers of a procedure came back lately at an agency: counts only, no personal data, small numbers left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from motcua.directory.queries import period, run_out, threshold
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.worktime import ZONE, Limit

_COUNTS = """
    WITH filed AS (
        SELECT id, stage FROM dossiers_dossier
        WHERE agency_id = %(agency)s AND procedure = %(procedure)s AND submitted_at > %(since)s
          AND submitted_at <= %(at)s
    ), asked AS (
        SELECT CASE WHEN item.component = 0 THEN '' ELSE item.title END AS paper, hold.dossier_id
        FROM filed
        JOIN dossiers_hold hold ON hold.dossier_id = filed.id AND hold.kind = 'supplement'
        JOIN dossiers_supplementitem item ON item.hold_id = hold.id
    )
    SELECT 'filed', '', count(*) FROM filed
    UNION ALL SELECT 'refused', '', count(*) FROM filed WHERE stage = %(refused)s
    UNION ALL SELECT 'asked', paper, count(DISTINCT dossier_id) FROM asked GROUP BY paper
"""
"""A paper of the list goes by its name there, for its number may change with the version; the name of a paper that
stands in no list was written by hand, and is not read."""


@dataclass(frozen=True, slots=True)
class Returns:
    """Of so many dossiers filed within a time, how many were asked for which paper, for another one, or refused."""

    filed: int
    within: Limit
    papers: dict[str, int]
    others: int
    refused: int


def returns(procedure: str, agency_id: str, *, at: datetime) -> Returns | None:
    """Count why dossiers came back; None where so few were filed that a number would point at somebody.

    It takes no viewer: everybody may know, and nothing in it belongs to anybody.
    """
    on = at.astimezone(ZONE).date()
    looked, since = period("returns_looked_at", on), run_out("returns_looked_at", at)
    filed_least, told_least = (
        threshold("returns_filed_at_least", on),
        threshold("returns_told_at_least", on),
    )
    if looked is None or since is None or filed_least is None or told_least is None:
        return None
    counts = _counted(procedure, agency_id, since, at)
    filed = counts["filed", ""]
    if filed < filed_least:
        return None
    told = {what: number if number >= told_least else 0 for what, number in counts.items()}
    papers = {name: number for (what, name), number in told.items() if what == "asked" and name and number}
    return Returns(filed, looked.limit, papers, told.get(("asked", ""), 0), told["refused", ""])


def _counted(procedure: str, agency_id: str, since: datetime, at: datetime) -> dict[tuple[str, str], int]:
    values: dict[str, str | datetime] = {
        "procedure": procedure,
        "agency": agency_id,
        "since": since,
        "at": at,
        "refused": Stage.REFUSED.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, values)
        rows: Iterable[tuple[str, str, int]] = cursor.fetchall()
    return {(what, name): number for what, name, number in rows}

"""What a reform would move, by agency: read from the tables, nothing is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from motcua.accounts.models import Role, TrustedContact
from motcua.catalogue.queries import form_of, version
from motcua.catalogue.rules.forms.communes import commune_of
from motcua.catalogue.rules.forms.shapes import Answers
from motcua.counter.models import Book, Outage
from motcua.directory.rules.reforming import Reform, Rule
from motcua.dossiers.models import Dossier, Draft, Opinion, Scan
from motcua.dossiers.queries.drafts import answers_of
from motcua.feedback.models import HelpRequest
from motcua.oversight.models import Ticket

Line = tuple[UUID, str, int, Answers]
"""A dossier or draft: id, procedure, version, answers."""

KINDS = (
    "dossiers",
    "drafts",
    "officers",
    "requests",
    "books",
    "outages",
    "tickets",
    "scans",
    "opinions",
    "phones",
)
"""What moves, in the order of a report: open dossiers, drafts, roles, calls for help, and what lies with a one-stop."""


@dataclass
class Moves:
    """What goes from one agency to another."""

    start: str
    to: str
    counts: Counter[str] = field(default_factory=Counter)


def moves(reform: Reform) -> list[Moves]:
    """Count what a reform would move now, by pair of agencies that has any."""
    found: dict[tuple[str, str], Moves] = {}
    for start, to, kind, count in sorted(_counted(reform)):
        found.setdefault((start, to), Moves(start, to)).counts[kind] += count
    return list(found.values())


def held(reform: Reform) -> dict[str, dict[str, int]]:
    """Count what lies with the agencies of a reform: by kind, then by agency that has any."""
    return {kind: _by_agency(rows, reform) for kind, rows in _every(reform).items()}


def routed(reform: Reform, start: str) -> dict[UUID, Rule]:
    """Give the open dossiers of an agency that move, each with its line."""
    open_work = Dossier.objects.filter(agency_id=start, closed=False).order_by("id")
    if len(reform.rules[start]) == 1 and (
        rule := reform.rest(start)
    ):  # all goes one way: no answers are read
        return dict.fromkeys(open_work.values_list("id", flat=True), rule)
    columns = open_work.values_list("id", "procedure", "version_id", "answers")
    return _routed(reform, start, columns.iterator(2000))


def routed_drafts(reform: Reform, start: str) -> dict[UUID, Rule]:
    """Give the drafts of an agency that were not filed, each with its line."""
    rows = _DRAFTS.filter(agency_id=start).order_by("id")
    lines = ((one.id, one.procedure, one.version_id, answers_of(one)) for one in rows.iterator(500))
    return _routed(reform, start, lines)


_DRAFTS = Draft.objects.filter(dossier_id=None, discarded_at=None)


def _every(reform: Reform) -> Mapping[str, "QuerySet[Any]"]:
    """Give what moves, by kind, of all agencies."""
    return {
        "dossiers": Dossier.objects.filter(closed=False),
        "drafts": _DRAFTS.all(),
        "officers": Role.objects.exclude(valid_to__lt=reform.on),
        "requests": HelpRequest.objects.filter(closed_at=None),
        "books": Book.objects.all(),
        "outages": Outage.objects.all(),
        "tickets": Ticket.objects.filter(closed_at=None),
        "scans": Scan.objects.all(),
        "opinions": Opinion.objects.filter(closed_at=None),
        "phones": TrustedContact.objects.filter(ended_at=None),
    }


def _by_agency(rows: "QuerySet[Any]", reform: Reform) -> dict[str, int]:
    theirs = rows.filter(agency_id__in=list(reform.rules)).order_by()
    return dict(theirs.values_list("agency_id").annotate(count=Count("pk")))


def _routed(reform: Reform, start: str, rows: Iterable[Line]) -> dict[UUID, Rule]:
    found = {}
    for key, procedure, version_id, answers in rows:
        commune = commune_of(form_of(version(version_id)), answers) if answers else ""
        rule = reform.route(start, procedure=procedure, commune=commune)
        if rule is not None:
            found[key] = rule
    return found


def _counted(reform: Reform) -> Iterator[tuple[str, str, str, int]]:
    every = held(reform)
    for kind, route in (("dossiers", routed), ("drafts", routed_drafts)):
        for start in every.pop(kind):
            counts = Counter(rule.to for rule in route(reform, start).values())
            yield from ((start, to, kind, count) for to, count in counts.items())
    roles = _every(reform)["officers"].filter(agency_id__in=list(every.pop("officers")))
    for role in roles.select_related("officer__account"):
        if rule := reform.destination_of(role.agency_id, role.officer.account.username):
            yield role.agency_id, rule.to, "officers", 1
    for kind, found in every.items():
        for start, count in found.items():
            if rest := reform.rest(start):
                yield start, rest.to, kind, count

"""Which agencies receive how much of what: shares by level and field, as estimated for this province.

Source: the own estimates of the data pack (`stats.csv`, period `synthetic`): yearly volume by level, shares
of fields. Within a field the procedures with a form of their own come first and the rest follow Zipf's law.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from motcua.catalogue.queries import (
    Brief,
    fields,
    online_service,
    procedures_in_field,
    receiving_agencies,
    version,
)
from motcua.directory.queries import AgencyFacts, agencies
from motcua.kernel.text import fold
from motcua.kernel.worktime import Limit

COMMUNE_FIELDS = {
    "chung thuc": 45.0,
    "ho tich": 28.0,
    "bao tro xa hoi": 6.0,
    "nguoi co cong": 3.0,
    "dat dai": 5.0,
}
OTHER_FIELD = 0.25
LONGEST_DAYS = 120
"""Procedures that take longer are rare, and may end after the years whose holidays are known."""
DAYS = {"working_hour": 0.2, "working_day": 1.5, "day": 1.0, "month": 31.0, "same_day": 0.3}
LEVEL_SHARES = {"commune": 88.0, "province": 12.0}
ONLINE_SHARE, POST_SHARE = 0.70, 0.05


@dataclass(frozen=True, slots=True)
class Offer:
    """A procedure as one agency receives it."""

    procedure: str
    version_id: int
    title: str
    limit: Limit | None
    level: str
    is_estimate: bool
    papers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """An agency, its weight among all, its offers and their running weights."""

    agency_id: str
    weight: float
    offers: Sequence[Offer]
    running: Sequence[float]


def shares(on: date, rng: Random, *, per_field: int = 12, only: Collection[str] = ()) -> list[Share]:
    """Read what each agency of a day receives, heaviest first: the commonest procedures of every field.

    `only` names the agencies asked for; without it they are all.
    """
    by_field = [
        _commonest(procedures_in_field(field.slug, on, limit=10_000), per_field) for field in fields(on)
    ]
    briefs = [one for some in by_field for one in some if not one.sector]
    places = [one for one in sorted(agencies(on), key=lambda one: one.id) if not only or one.id in only]
    of_departments = _by_department(briefs, {one.id for one in places}, on)
    of_communes = _weighed([one for one in briefs if "commune" in one.levels], on)
    found = []
    for agency in places:
        offers = of_communes if agency.level == "commune" else of_departments.get(agency.id)
        if offers:
            found.append(_share(agency, offers, rng, len(of_departments)))
    return sorted(found, key=lambda one: (-one.weight, one.agency_id))


def _commonest(briefs: Sequence[Brief], count: int) -> list[Brief]:
    """Order a field's procedures by how common they are likely to be, and keep the first."""
    known = sorted(briefs, key=lambda one: (not one.has_own_form, one.online_level is None, one.code))
    return known[:count]


def _share(
    agency: AgencyFacts, offers: Sequence[tuple[Offer, float]], rng: Random, departments: int
) -> Share:
    crowd = 130 if agency.level == "commune" else max(departments, 1)
    weight = LEVEL_SHARES.get(agency.level, 1.0) / crowd * rng.lognormvariate(0, 0.5)
    weight *= 2.5 if "phuong" in fold(agency.name) else 1.0
    return Share(
        agency.id, weight, [one for one, _ in offers], list(accumulate(weight for _, weight in offers))
    )


def _by_department(
    briefs: Sequence[Brief], wanted: Collection[str], on: date
) -> Mapping[str, Sequence[tuple[Offer, float]]]:
    held: defaultdict[str, list[Brief]] = defaultdict(list)
    for one in briefs:
        if "province" in one.levels:
            for agency in receiving_agencies(one.code, on):
                if agency.level == "province" and agency.id in wanted:
                    held[agency.id].append(one)
    return {agency_id: _weighed(some, on) for agency_id, some in held.items()}


def _weighed(briefs: Sequence[Brief], on: date) -> list[tuple[Offer, float]]:
    ranks: defaultdict[str, int] = defaultdict(int)
    found = []
    for one in briefs:
        offer = _offer(one, on)
        if _days(offer.limit) > LONGEST_DAYS:
            continue
        ranks[one.field_slug] += 1
        folded = fold(one.field)
        share = next((value for words, value in COMMUNE_FIELDS.items() if words in folded), OTHER_FIELD)
        found.append((offer, share / ranks[one.field_slug]))
    return found


def _days(limit: Limit | None) -> float:
    """Tell roughly how many days a limit lasts."""
    return limit.amount * DAYS[limit.unit] if limit else 0


def _offer(one: Brief, on: date) -> Offer:
    facts, service = version(one.version_id), online_service(one.code, None, on)
    return Offer(
        procedure=one.code,
        version_id=one.version_id,
        title=one.title,
        limit=facts.limit("online"),
        level=service.level if service else "",
        is_estimate=service.is_estimate if service else False,
        papers=tuple((paper.seq, paper.name) for paper in facts.components[:3]),
    )

"""What is known of the one-stops at a moment: one query per room for all of them together."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, Q

from motcua.accounts.models import SignIn
from motcua.accounts.queries import in_force
from motcua.accounts.queries.contacts import NOBODY, duties_of
from motcua.counter.models import Outage
from motcua.custody.queries.evenings import days_left_open
from motcua.directory.queries import PlaceFacts, receiving_places, run_out, threshold
from motcua.directory.queries.contacts import contacts_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.worktime import ZONE
from motcua.oversight.models import DeviceTest
from motcua.oversight.rules.readiness import Bounds, Signs

WORK = ("reception", "specialist", "approver", "head")
WORST = ("missing", "stale", "fresh")


def bounds(at: datetime) -> Bounds:
    """Read what is asked of a one-stop on a day."""
    return Bounds(
        accounts=threshold("readiness_accounts", _day(at)) or 0,
        seen_since=run_out("readiness_seen", at),
        tested_since=run_out("readiness_devices", at),
    )


def agencies_at_work(on: date) -> list[str]:
    """List the agencies that have an officer who handles dossiers on a day."""
    rows = in_force(on).filter(role__in=WORK).values_list("agency_id", flat=True)
    return sorted(set(rows))


def signs_of(agency_ids: Collection[str], at: datetime) -> dict[str, Signs]:
    """Gather what is known of these one-stops."""
    asked = _Asked(list(agency_ids), at)
    found = {one: Signs() for one in asked.ids}
    for gather in (_people, _dossiers, _places, _devices, _lines, _evenings):
        for agency_id, known in gather(asked).items():
            found[agency_id] = replace(found[agency_id], **known)
    return found


Known = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Asked:
    ids: list[str]
    at: datetime

    @property
    def on(self) -> date:
        return _day(self.at)


def _people(asked: _Asked) -> Known:
    held = set(
        in_force(asked.on)
        .filter(agency_id__in=asked.ids, role__in=WORK)
        .values_list("agency_id", "officer_id")
    )
    seen = dict(
        SignIn.objects.filter(account_id__in={who for _, who in held})
        .values_list("account_id")
        .annotate(last=Max("seen_at"))
    )
    found: Known = {one: {"accounts": 0, "seen_at": None} for one in asked.ids}
    for agency_id, officer_id in held:
        known = found[agency_id]
        known["accounts"] += 1
        known["seen_at"] = max(filter(None, (known["seen_at"], seen.get(officer_id))), default=None)
    return found


def _dossiers(asked: _Asked) -> Known:
    rows = (
        Dossier.objects.filter(agency_id__in=asked.ids, closed=False, stage=Stage.SUBMITTED, waiting=0)
        .values("agency_id")
        .annotate(total=Count("id"), late=Count("id", filter=Q(act_by__lt=asked.at)))
    )
    return {row["agency_id"]: {"unopened": row["total"], "overdue": row["late"]} for row in rows}


def _places(asked: _Asked) -> Known:
    mine: defaultdict[str, list[PlaceFacts]] = defaultdict(list)
    for place in receiving_places(asked.on):
        if place.host_id in asked.ids:
            mine[place.host_id].append(place)
    every = [place for places in mine.values() for place in places]
    contacts, duties = contacts_of(every, asked.at), duties_of(every, asked.on)
    return {
        agency_id: {
            "places": len(places),
            "contact": min((contacts[place.id].state for place in places), key=WORST.index),
            "on_duty": all(duties.get(place.id, NOBODY).on_duty for place in places),
            "stand_in": all(duties.get(place.id, NOBODY).stand_in for place in places),
        }
        for agency_id, places in mine.items()
    }


def _devices(asked: _Asked) -> Known:
    rows = (
        DeviceTest.objects.filter(agency_id__in=asked.ids).order_by("agency_id", "-at").distinct("agency_id")
    )
    return {row.agency_id: {"tested_at": row.at, "test_passed": row.passed} for row in rows}


def _lines(asked: _Asked) -> Known:
    rows = Outage.objects.filter(agency_id__in=asked.ids, ended_at=None)
    return {row.agency_id: {"offline_since": row.began_at} for row in rows}


def _evenings(asked: _Asked) -> Known:
    return {one: {"unclosed": day} for one, day in days_left_open(asked.ids, asked.at).items()}


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()

"""`motcua demo`: demonstration accounts, printed with their passwords, and a small history."""

import argparse
import json
import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction

from motcua.bootstrap import home
from motcua.commands.demonstration import staff
from motcua.commands.demonstration.contacts import see_to_contacts
from motcua.commands.demonstration.stories import STORIES, Teller
from motcua.commands.framework import say
from motcua.commands.generating.history import Order, history
from motcua.commands.generating.mix import shares
from motcua.commands.progress import Progress
from motcua.commands.registry import Needs
from motcua.directory.queries import agency_known
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations.bulk import copy_in
from motcua.gateways import clock
from motcua.kernel.actors import Actor
from motcua.kernel.references import phone_printed
from motcua.kernel.worktime import ZONE

NAME = "demo"
HELP = "Create demonstration accounts and a small history."
NEEDS: Needs = "django"
DAYS, SEED = 60, 1
CITIZEN_PHONE = phone_printed(staff.CITIZEN.address)
PILES = {"thanhvinh": (70, 14), "muongxen": (35, 6), "tuphap": (25, 5)}
"""Dossiers copied in for each place, and how many of them are forced to be open."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--no-history", action="store_true", help="only the accounts")
    parser.add_argument("--json", action="store_true", help="print the accounts as one JSON object")


def run(args: argparse.Namespace) -> int:
    """See to accounts and history, and print the accounts."""
    if os.environ.get("MOTCUA_ENV") == "production":
        say("motcua demo: demonstration accounts have no place in production; nothing was done.")
        return 1
    now = clock.now()
    keys = staff.Keys(home.locate().var / "demonstration.json")
    with transaction.atomic():
        officers = staff.see_to_officers(keys, at=now)
        citizen = staff.see_to_citizen(at=now)
        see_to_contacts(officers, at=now)
        if not args.no_history and not _has_history():
            _tell(officers, citizen, now)
    if args.json:
        found = {"staff": _members(keys, now), "citizen": {"phone": CITIZEN_PHONE}}
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(_table(keys, now))
    return 0


def _has_history() -> bool:
    return Dossier.objects.filter(agency_id__in=[place.agency_id for place in staff.PLACES]).exists()


def _tell(officers: Mapping[str, Actor], citizen: Actor, now: datetime) -> None:
    rng = Random(SEED)  # noqa: S311 - stories, not secrets
    with Progress("stories", total=len(STORIES)) as step:
        for story in STORIES:
            Teller(story, officers, citizen, now, rng).tell()
            step.advance()
    today = now.astimezone(ZONE).date()
    only = {place.agency_id for place in staff.PLACES}
    by_agency = {share.agency_id: share for share in shares(today, rng, per_field=3, only=only)}
    for place in staff.PLACES:
        count, opened = PILES[place.word]
        share = by_agency.get(place.agency_id)
        if share is not None:
            holders = (staff.id_of(officers[f"{place.word}.chuyenvien"]),)
            first = today - timedelta(days=DAYS)
            order = Order(share, count, opened, first, now, SEED, holders)
            copy_in(dossiers=history(order), by=staff.BY, at=now)


def _members(keys: staff.Keys, now: datetime) -> list[dict[str, Any]]:
    day, members = now.astimezone(ZONE).date(), []
    for post in staff.posts():
        place = agency_known(post.agency_id, day)
        members.append(
            {
                "username": post.username,
                "password": keys.of(post.username),
                "roles": list(post.roles),
                "agency_id": post.agency_id,
                "agency": place.name if place else post.agency_id,
            }
        )
    return members


def _table(keys: staff.Keys, now: datetime) -> str:
    lines = [
        "Demonstration accounts (staff: /office/sign-in/):",
        f"  {'user name':24} {'password':16} {'roles':16} agency",
    ]
    for one in _members(keys, now):
        lines.append(
            f"  {one['username']:24} {one['password']:16} {', '.join(one['roles']):16} {one['agency']}"
        )
    lines.append(
        f"  citizen: sign in at /dang-nhap/ with {CITIZEN_PHONE}; the code stands in the message simulator."
    )
    return "\n".join(lines)

"""`motcua classroom`: marks a training ground, makes its learners' accounts, and tells who has done what."""

import argparse
import json

from django.conf import settings

from motcua.accounts.models import Account
from motcua.accounts.operations import officers
from motcua.accounts.queries import officer_names
from motcua.bootstrap import home
from motcua.commands.arguments import count
from motcua.commands.demonstration.staff import NAMES, WATCHER, WORK, Keys, Post
from motcua.commands.framework import say
from motcua.commands.registry import Needs
from motcua.directory.queries import agencies, agency_known
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM, Actor
from motcua.kernel.worktime import ZONE
from motcua.training.errors import NotEmpty
from motcua.training.operations.ground import mark_ground
from motcua.training.queries.practices import Learner, learners

NAME = "classroom"
HELP = "Make a training ground's accounts, or tell who has done what."
NEEDS: Needs = "django"
BY = Actor(kind="system", id="classroom", via="command")


LEARNERS = (*WORK, ("quantri", "Công chức văn phòng", ("admin",)))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--chairs", type=count(1), default=12, help="agencies with learners (default: %(default)s)"
    )
    parser.add_argument("--report", action="store_true", help="print who has done what instead")
    parser.add_argument("--json", action="store_true", help="with --report: as one JSON array")


def run(args: argparse.Namespace) -> int:
    """Make the accounts that are missing and print them all, or report."""
    if not settings.TRAINING:
        say("motcua classroom: this is no training ground; start one with `motcua training`.")
        return 1
    if args.report:
        return _report(as_json=args.json)
    at = clock.now()
    try:
        mark_ground(by=BY, at=at)
    except NotEmpty:
        say("motcua classroom: officers work in this database; a training ground needs an empty one.")
        return 1
    keys = Keys(home.locate().var / "classroom.json")
    on = at.astimezone(ZONE).date()
    posts = [*_posts(args.chairs, at), WATCHER]
    for post in posts:
        if not Account.objects.filter(username=post.username).exists():
            row = officers.open_officer(
                username=post.username,
                password=keys.of(post.username),
                name=post.name,
                title=post.title,
                by=BY,
                at=at,
            )
            for role in post.roles:
                officers.give_role(
                    officer=row, agency_id=post.agency_id, role=role, valid_from=on, by=BY, at=at
                )
    print(_table(posts, keys, on))
    return 0


def _posts(chairs: int, at: object) -> list[Post]:
    """Seat learners: at each commune one who receives, handles, heads, keeps the accounts."""
    on = at.astimezone(ZONE).date()  # type: ignore[attr-defined]
    communes = agencies(on, "commune")[:chairs]
    return [
        Post(f"lop{seat:02d}.{word}", f"{NAMES[(seat + part) % len(NAMES)]} {seat}", title, one.id, roles)
        for seat, one in enumerate(communes, start=1)
        for part, (word, title, roles) in enumerate(LEARNERS)
    ]


def _table(posts: list[Post], keys: Keys, on: object) -> str:
    lines = ["Learners' accounts (/office/sign-in/, then /office/training/):"]
    for one in posts:
        place = agency_known(one.agency_id, on)  # type: ignore[arg-type]
        lines.append(
            f"  {one.username:20} {keys.of(one.username):16} {', '.join(one.roles):16} {place.name if place else ''}"
        )
    return "\n".join(lines)


def _report(*, as_json: bool) -> int:
    found = learners(SYSTEM)
    names = officer_names({str(one.account_id) for one in found})
    if as_json:
        print(json.dumps([_plain(one, names) for one in found], ensure_ascii=False))
        return 0
    on = clock.now().astimezone(ZONE).date()
    for one in found:
        place = agency_known(one.agency_id, on)
        said = f"{len(one.done)} done in {one.minutes} min"
        print(f"{names.get(str(one.account_id), ''):28} {place.name if place else one.agency_id:44} {said}")
    if not found:
        print("Nobody has begun an exercise yet.")
    return 0


def _plain(one: Learner, names: dict[str, str]) -> dict[str, object]:
    return {
        "name": names.get(str(one.account_id), ""),
        "agency": one.agency_id,
        "minutes": one.minutes,
        "done": {slug: moment.isoformat() for slug, moment in one.done.items()},
    }

"""`motcua staff`: the officers of the province: list, add, give and end roles by date, reset a password, recover."""

import argparse
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from motcua.accounts.errors import NotDone
from motcua.accounts.models import Account, Role
from motcua.accounts.operations import staffing
from motcua.accounts.operations.staffing import Newcomer
from motcua.accounts.queries import staff
from motcua.accounts.rules.staffing import ROLES
from motcua.commands import operators
from motcua.commands.framework import say
from motcua.commands.registry import Needs
from motcua.directory.queries import agency
from motcua.gateways import clock
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE

NAME = "staff"
HELP = "List officers, add them, give and end their roles, reset their passwords."
NEEDS: Needs = "django"
BY = Actor(kind="system", id="staff", via="command")
REFUSED, BAD_DATA = 1, 4


Line = dict[str, Any]
Said = list[Line] | Line
QUIET = frozenset({"roles", "one_time_password"})


class _Unknown(Exception):
    """Something named on the command line does not exist; the text says what."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    one = _act(acts, "list", "who works or worked at an agency, with roles and dates")
    one.add_argument("--agency", metavar="ID", required=True, help="the agency, as UBND25-16681")
    one = _act(acts, "add", "add an officer; prints a password that is good for the first sign-in")
    _who(one)
    one.add_argument("--name", required=True, help="full name")
    one.add_argument("--title", default="", help="title")
    _role(one)
    one = _act(acts, "role", "give an officer a further role")
    _who(one)
    _role(one)
    one = _act(acts, "end", "give a role its last day")
    _who(one)
    one.add_argument("--role", required=True, choices=list(ROLES), help="the role that ends")
    one.add_argument(
        "--until", type=date.fromisoformat, metavar="DAY", help="the last day; yesterday ends it at once"
    )
    one = _act(acts, "recover", "clear an officer's second factors, by two operators; prints a password")
    _who(one)
    operators.add_arguments(one)
    one = _act(acts, "reset", "give a password that is good for one sign-in")
    _who(one)


def _act(acts: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    one = acts.add_parser(name, help=text, description=text)
    one.add_argument("--json", action="store_true", help="print JSON")
    return one


def _who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", metavar="ID", required=True, help="the agency, as UBND25-16681")
    parser.add_argument("--user", metavar="NAME", required=True, help="the name for signing in")


def _role(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--role", required=True, choices=list(ROLES), help="the role that is given")
    parser.add_argument(
        "--from", dest="since", type=date.fromisoformat, metavar="DAY", help="today if absent"
    )
    parser.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="open if absent")


def run(args: argparse.Namespace) -> int:
    """Do one act; what is refused is said in one sentence."""
    now = clock.now()
    today = now.astimezone(ZONE).date()
    try:
        if agency(args.agency, today) is None:
            raise _Unknown(f"there is no agency {args.agency} on {today}")
        said = ACTS[args.act](args, now, today)
    except _Unknown as error:
        say(f"motcua staff: {error}.")
        return BAD_DATA
    except NotDone as error:
        problems = getattr(error, "problems", None) or [("", str(error))]
        for field, text in problems:
            say(f"motcua staff: {field + ': ' if field else ''}{text}")
        return REFUSED
    _print(said, as_json=args.json)
    return 0


def _list(args: argparse.Namespace, _now: datetime, today: date) -> Said:
    return [
        {
            "user": line.account.username,
            "name": line.officer.name,
            "title": line.officer.title,
            "one_time_password": line.account.one_time_since is not None,
            "roles": [
                {"role": one.role, "from": one.valid_from.isoformat(), "until": _iso(one.valid_to)}
                for one in line.terms
            ],
        }
        for line in staff(BY, args.agency, today)
    ]


def _add(args: argparse.Namespace, now: datetime, today: date) -> Said:
    since = args.since or today
    who = Newcomer(args.user, args.name, args.title, args.role, since, args.until)
    added = staffing.add_officer(agency_id=args.agency, who=who, by=BY, at=now)
    return {"user": args.user.strip().lower(), "password": added.password}


def _give(args: argparse.Namespace, now: datetime, today: date) -> Said:
    since = args.since or today
    staffing.grant_role(
        account_id=_account(args.user).id,
        agency_id=args.agency,
        role=args.role,
        since=since,
        until=args.until,
        by=BY,
        at=now,
    )
    return {"user": args.user, "role": args.role, "from": since.isoformat(), "until": _iso(args.until)}


def _end(args: argparse.Namespace, now: datetime, today: date) -> Said:
    held = Role.objects.filter(
        officer_id=_account(args.user).id, agency_id=args.agency, role=args.role
    ).order_by("-valid_from")
    row = next((one for one in held if one.valid_to is None or one.valid_to >= today), None)
    if row is None:
        raise _Unknown(f"{args.user} holds no role {args.role} at {args.agency}")
    until = args.until or today
    staffing.end_role(role_id=row.id, agency_id=args.agency, until=until, by=BY, at=now)
    return {"user": args.user, "role": args.role, "until": until.isoformat()}


def _reset(args: argparse.Namespace, now: datetime, _today: date) -> Said:
    account = _account(args.user)
    password = staffing.reset_password(account_id=account.id, agency_id=args.agency, by=BY, at=now)
    return {"user": args.user, "password": password}


def _recover(args: argparse.Namespace, now: datetime, _today: date) -> Said:
    password = operators.recover(args, _account(args.user).id, by=BY, at=now)
    return {"user": args.user, "password": password}


ACTS: Mapping[str, Callable[[argparse.Namespace, datetime, date], Said]] = {
    "list": _list,
    "add": _add,
    "role": _give,
    "end": _end,
    "recover": _recover,
    "reset": _reset,
}


def _account(username: str) -> Account:
    found = Account.objects.filter(username=username.strip().lower(), kind="officer").first()
    if found is None:
        raise _Unknown(f"there is no officer {username}")
    return found


def _print(said: Said, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(said, ensure_ascii=False))
        return
    for one in said if isinstance(said, list) else [said]:
        shown = [str(value) for name, value in one.items() if name not in QUIET and value]
        print("  ".join([*shown, "; ".join(_term(role) for role in one.get("roles", ()))]).rstrip())
    if isinstance(said, dict) and "password" in said:
        print("The password is good for three days and one sign-in, and is shown only now.")


def _term(role: Mapping[str, object]) -> str:
    return f"{role['role']} {role['from']}/{role['until'] or 'open'}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

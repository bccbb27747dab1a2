"""Keeping the accounts of an agency: add an officer, give and end roles by date, reset a password."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError

from motcua.accounts.errors import Incomplete, NotAllowed, NotFound
from motcua.accounts.events import PasswordReset, RoleEnded
from motcua.accounts.models import Account, Officer, Role
from motcua.accounts.operations.officers import give_role, open_officer
from motcua.accounts.operations.sessions import end_all
from motcua.accounts.queries import works_elsewhere
from motcua.accounts.rules import staffing
from motcua.accounts.rules.passwords import one_time
from motcua.accounts.rules.staffing import Term
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act

NOT_YOURS = mark("Nhiệm vụ này do người khác giao hoặc kết thúc.")
NOT_RESET = mark(
    "Không thể đặt lại mật khẩu này: cán bộ còn làm việc ở cơ quan khác, có nhiệm vụ cao hơn, hoặc là chính mình."
)
NAME_TAKEN = mark("Tên đăng nhập này đã có người dùng.")
LAST_HEAD = mark("Cơ quan sẽ không còn người đứng đầu. Xin giao nhiệm vụ đó cho người khác trước.")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who is added: user name, name, title, and the first role."""

    username: str
    name: str
    title: str
    role: str
    since: date | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """The officer, and the password that is told once and kept nowhere."""

    officer: Officer
    password: str


def add_officer(*, agency_id: str, who: Newcomer, by: Actor, at: datetime) -> Added:
    """Make an account with a one-time password and a first role. Raises NotFound, NotAllowed, Incomplete."""
    _keeper(by, agency_id)
    username, name = who.username.strip().lower(), " ".join(who.name.split())
    problems = _newcomer_problems(username, name, who, at)
    if problems:
        raise Incomplete(problems)
    if not staffing.may_give(by, "", who.role):
        raise NotAllowed(NOT_YOURS)
    password, title = one_time(secrets.choice), " ".join(who.title.split())
    try:
        with act(by=by, at=at):
            officer = open_officer(username=username, password=password, name=name, title=title, by=by, at=at)
            Account.objects.filter(id=officer.account_id).update(one_time_since=at)
            _give(officer, agency_id, who.role, who.since, who.until, by, at)
    except IntegrityError as error:  # somebody took the name between the look and the act
        raise Incomplete([("username", NAME_TAKEN)]) from error
    return Added(officer, password)


def _newcomer_problems(username: str, name: str, who: Newcomer, at: datetime) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if problem := staffing.username_problem(username):
        found.append(("username", problem))
    elif Account.objects.filter(username=username).exists():
        found.append(("username", NAME_TAKEN))
    if not name:
        found.append(("name", mark("Cần ghi họ và tên.")))
    return found + _role_problems(who.role, who.since, who.until, at)


def _role_problems(role: str, since: date | None, until: date | None, at: datetime) -> list[tuple[str, str]]:
    unknown = [] if role in staffing.ROLES else [("role", mark("Cần chọn nhiệm vụ."))]
    return unknown + staffing.term_problems(since, until, at.astimezone(ZONE).date())


def grant_role(
    *,
    account_id: UUID,
    agency_id: str,
    role: str,
    since: date | None,
    until: date | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Give an officer of the agency a further role between two dates. Raises NotFound, NotAllowed, Incomplete."""
    with act(by=by, at=at):
        officer = _officer(account_id, agency_id, by)
        problems = _role_problems(role, since, until, at)
        if problems:
            raise Incomplete(problems)
        if not staffing.may_give(by, str(account_id), role):
            raise NotAllowed(NOT_YOURS)
        _give(officer, agency_id, role, since, until, by, at)


def _give(
    officer: Officer,
    agency_id: str,
    role: str,
    since: date | None,
    until: date | None,
    by: Actor,
    at: datetime,
) -> None:
    wanted = Term(str(officer.account_id), role, since or date.max, until)
    held = list(map(_term, Role.objects.filter(officer=officer, agency_id=agency_id, role=role)))
    if any(one.since == wanted.since or wanted.overlaps(one) for one in held):
        raise Incomplete([("role", mark("Cán bộ đã có nhiệm vụ này trong thời gian đó."))])
    give_role(
        officer=officer,
        agency_id=agency_id,
        role=role,
        valid_from=wanted.since,
        valid_to=until,
        by=by,
        at=at,
    )


def end_role(*, role_id: int, agency_id: str, until: date | None, by: Actor, at: datetime) -> Role:
    """Give a role its last day; yesterday ends it at once. Raises NotFound, NotAllowed, Incomplete."""
    _keeper(by, agency_id)
    today = at.astimezone(ZONE).date()
    with act(by=by, at=at) as deed:
        # All heads' rows are locked first: two heads who end each other's role at once do not both succeed.
        heads = list(Role.objects.select_for_update().filter(agency_id=agency_id, role="head").order_by("id"))
        row = Role.objects.select_for_update().filter(id=role_id, agency_id=agency_id).first()
        if row is None:
            raise NotFound
        if not staffing.may_give(by, str(row.officer_id), row.role):
            raise NotAllowed(NOT_YOURS)
        if until is None or until < today - timedelta(days=1):
            raise Incomplete([("until", mark("Ngày cuối sớm nhất là hôm qua: nhiệm vụ hết ngay."))])
        if row.valid_to is not None and row.valid_to < today:
            raise Incomplete([("until", mark("Nhiệm vụ này đã kết thúc."))])
        if staffing.leaves_no_head(_term(row), until, map(_term, heads)) and by.kind != "system":
            raise NotAllowed(LAST_HEAD)
        row.valid_to = until
        row.save(update_fields=["valid_to"])
        deed.record(
            RoleEnded(
                account_id=row.officer_id, agency_id=agency_id, role=row.role, valid_to=until.isoformat()
            )
        )
    return row


def reset_password(*, account_id: UUID, agency_id: str, by: Actor, at: datetime) -> str:
    """Give a one-time password that must be changed at the first sign-in; all open sessions end.

    Raises NotFound, and NotAllowed where the password would open more than the viewer may give.
    """
    today = at.astimezone(ZONE).date()
    with act(by=by, at=at) as deed:
        officer = _officer(account_id, agency_id, by)
        held = [one for one in officer.roles.filter(agency_id=agency_id) if _lasts(one, today)]
        elsewhere = works_elsewhere(account_id, agency_id, today)
        if not staffing.may_reset(by, str(account_id), {one.role for one in held}, elsewhere):
            raise NotAllowed(NOT_RESET)
        password = one_time(secrets.choice)
        account = Account.objects.select_for_update().get(id=account_id)
        account.set_password(password)
        account.one_time_since = at
        account.save(update_fields=["password", "one_time_since"])
        end_all(account_id=account_id, by=by, at=at)
        deed.record(PasswordReset(account_id=account_id, agency_id=agency_id))
    return password


def _keeper(by: Actor, agency_id: str) -> None:
    if not staffing.keeps_accounts(by, agency_id):
        raise NotFound


def _officer(account_id: UUID, agency_id: str, by: Actor) -> Officer:
    """Give an officer who works or worked at the agency; whoever runs the installation finds everybody."""
    _keeper(by, agency_id)
    rows = Officer.objects.filter(account_id=account_id)
    if by.kind != "system":
        rows = rows.filter(roles__agency_id=agency_id)
    officer = rows.distinct().first()
    if officer is None:
        raise NotFound
    return officer


def _term(row: Role) -> Term:
    return Term(str(row.officer_id), row.role, row.valid_from, row.valid_to)


def _lasts(row: Role, on: date) -> bool:
    return row.valid_to is None or row.valid_to >= on

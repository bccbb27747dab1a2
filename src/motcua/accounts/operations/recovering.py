"""A lost second factor: asked for by the officer, confirmed by two others, each of whom gets half of a password."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.accounts.errors import NotAllowed, NotFound
from motcua.accounts.events import FactorsCleared, RecoveryAsked, RecoveryConfirmed, RecoveryRefused
from motcua.accounts.models import Account, Recovery, RecoveryYes
from motcua.accounts.operations.factors import clear_factors
from motcua.accounts.operations.sessions import end_all
from motcua.accounts.queries import roles_on
from motcua.accounts.queries.guarding import wanted_of
from motcua.accounts.rules import recovering
from motcua.accounts.rules.passwords import half
from motcua.accounts.rules.recovering import Wanted, Yes
from motcua.accounts.sealing import open_text, seal_text
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act

NOT_YOURS = mark(
    "Việc này cần một người khác xác nhận: không ai tự mình làm cả hai phần, hoặc làm cho chính mình."
)
NO_WORK = mark("Tài khoản này hiện không có nhiệm vụ nào. Vui lòng liên hệ người quản trị của cơ quan.")
ONE_PERSON = mark("Cần hai người khác nhau, không phải chính cán bộ đó.")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The half of the one-time password that this person hands over, and whether the recovery is complete."""

    half: str
    done: bool


def ask_recovery(*, account_id: UUID, agency_id: str = "", by: Actor, at: datetime) -> Recovery:
    """Ask for a new start; asking again gives the same request. Raises NotAllowed."""
    with act(by=by, at=at) as deed:
        Account.objects.select_for_update().get(id=account_id)
        found = Recovery.objects.filter(account_id=account_id, closed_at=None).first()
        if found and at - found.asked_at <= recovering.VALID_FOR:
            return found
        if found:
            _close(found, "late", at)
        place = agency_id or next(iter(roles_on(account_id, at.astimezone(ZONE).date())), "")
        if not place:
            raise NotAllowed(NO_WORK)
        row = Recovery.objects.create(id=uuid7(at), account_id=account_id, agency_id=place, asked_at=at)
        deed.record(RecoveryAsked(account_id=account_id, agency_id=place, recovery_id=row.id))
    return row


def confirm_recovery(*, recovery_id: UUID, by: Actor, at: datetime) -> Confirmed:
    """Confirm as the first or the second of two. Raises NotFound, NotAllowed."""
    with act(by=by, at=at) as deed:
        row, wanted = _locked(recovery_id, by, at)
        yes = recovering.yes_of(by, wanted)
        if yes is None or not recovering.may_confirm(by, wanted):
            raise NotAllowed(NOT_YOURS)
        part = _say_yes(row, yes, at)
        deed.record(_confirmed(row, yes))
        done = recovering.complete(wanted, (*wanted.given, yes))
        if done:
            _clear(row, deed, by, at)
    return Confirmed(part, done)


def refuse_recovery(*, recovery_id: UUID, by: Actor, at: datetime) -> None:
    """Refuse a request, because it does not come from the officer, say. Raises NotFound."""
    with act(by=by, at=at) as deed:
        row, _wanted = _locked(recovery_id, by, at)
        _close(row, "refused", at)
        deed.record(RecoveryRefused(account_id=row.account_id, agency_id=row.agency_id, recovery_id=row.id))


def recover_by_operators(
    *, account_id: UUID, agency_id: str, operators: tuple[UUID, UUID], by: Actor, at: datetime
) -> str:
    """Let two who run the installation do it together; gives the one-time password. Raises NotAllowed."""
    if by.kind != "system" or len({account_id, *operators}) != len(operators) + 1:
        raise NotAllowed(ONE_PERSON)
    with act(by=by, at=at) as deed:
        row = ask_recovery(account_id=account_id, agency_id=agency_id, by=by, at=at)
        RecoveryYes.objects.filter(recovery=row).delete()  # both halves come from the two at this terminal
        for one in operators:
            yes = Yes(str(one), frozenset({"system"}), here=False)
            _say_yes(row, yes, at)
            deed.record(_confirmed(row, yes))
        return _clear(row, deed, by, at)


def _locked(recovery_id: UUID, by: Actor, at: datetime) -> tuple[Recovery, Wanted]:
    """Lock an open request that the viewer may see: two who confirm at once come one after the other."""
    row = Recovery.objects.select_for_update().filter(id=recovery_id, closed_at=None).first()
    if row is None:
        raise NotFound
    wanted = wanted_of(row, at.astimezone(ZONE).date())
    if not wanted.lasts(at) or not recovering.may_see(by, wanted):
        raise NotFound
    return row, wanted


def _say_yes(row: Recovery, yes: Yes, at: datetime) -> str:
    part = half(secrets.choice)
    RecoveryYes.objects.create(
        recovery=row,
        by=yes.by,
        roles=sorted(yes.roles),
        here=yes.here,
        half_sealed=seal_text(part, f"recovery:{row.id}"),
        at=at,
    )
    return part


def _confirmed(row: Recovery, yes: Yes) -> RecoveryConfirmed:
    return RecoveryConfirmed(
        account_id=row.account_id, agency_id=row.agency_id, recovery_id=row.id, confirmed_by=yes.by
    )


def _clear(row: Recovery, deed: Deed, by: Actor, at: datetime) -> str:
    """End factors and sessions, and put both halves together into a password that nobody was shown whole."""
    halves = row.given.order_by("at", "id")
    password = "-".join(open_text(one.half_sealed or b"", f"recovery:{row.id}") for one in halves)
    account = Account.objects.select_for_update().get(id=row.account_id)
    account.set_password(password)
    account.one_time_since = at
    account.save(update_fields=["password", "one_time_since"])
    ended = clear_factors(account_id=row.account_id, by=by, at=at)
    end_all(account_id=row.account_id, by=by, at=at)
    _close(row, "done", at)
    deed.record(
        FactorsCleared(account_id=row.account_id, agency_id=row.agency_id, recovery_id=row.id, factors=ended)
    )
    return password


def _close(row: Recovery, outcome: str, at: datetime) -> None:
    RecoveryYes.objects.filter(recovery=row).update(half_sealed=None)
    Recovery.objects.filter(id=row.id).update(closed_at=at, outcome=outcome)

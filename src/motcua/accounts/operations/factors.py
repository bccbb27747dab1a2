"""Second factors: adding, removing, and proving oneself by one."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.accounts.errors import Incomplete, NotAllowed, NotFound
from motcua.accounts.events import FactorAdded, FactorRemoved, RecoveryCodesMade
from motcua.accounts.models import Account, Factor, RecoveryCode
from motcua.accounts.operations.sessions import end_all
from motcua.accounts.queries.guarding import factors, secret_of
from motcua.accounts.rules import second_factor
from motcua.accounts.rules.passkeys import Passkey
from motcua.accounts.rules.passwords import half
from motcua.accounts.sealing import index_of, seal_text
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import act

WRONG_CODE = mark("Mã không đúng. Kiểm tra giờ của điện thoại rồi nhập mã đang hiện.")
TAKEN = mark("Khóa truy cập này đã được đăng ký.")
TOO_MANY = mark("Đã có nhiều phương thức. Xin gỡ bớt trước khi thêm.")
LAST = mark("Đây là phương thức cuối cùng. Xin thêm phương thức khác trước khi gỡ.")


def add_app(*, account_id: UUID, secret: str, code: str, name: str, by: Actor, at: datetime) -> Factor:
    """Take an app that shows it knows the secret; its first code is used by that. Raises Incomplete, NotAllowed."""
    step = second_factor.matching_step(secret, second_factor.code_normal(code), at, 0)
    if step is None:
        raise Incomplete([("code", WRONG_CODE)])
    key = uuid7(at)
    row = Factor(
        id=key,
        kind="totp",
        name=_name(name),
        secret_sealed=seal_text(secret, f"factor:{key}"),
        last_step=step,
    )
    return _add(row, account_id, by, at)


def add_passkey(*, account_id: UUID, key: Passkey, name: str, by: Actor, at: datetime) -> Factor:
    """Take a passkey that proved itself. Raises Incomplete, NotAllowed."""
    if Factor.objects.filter(credential_id=key.credential_id).exists():
        raise Incomplete([("passkey", TAKEN)])
    row = Factor(
        id=uuid7(at),
        kind="passkey",
        name=_name(name),
        credential_id=key.credential_id,
        public_key=key.public_key,
        sign_count=key.sign_count,
    )
    return _add(row, account_id, by, at)


def _add(row: Factor, account_id: UUID, by: Actor, at: datetime) -> Factor:
    with act(by=by, at=at) as deed:
        account = _own(account_id, by)
        if len(factors(account_id)) >= second_factor.MOST:
            raise NotAllowed(TOO_MANY)
        row.account, row.made_at = account, at
        row.save(force_insert=True)
        end_all(account_id=account_id, by=by, at=at)
        deed.record(FactorAdded(account_id=account_id, factor_id=row.id, kind=row.kind))
    return row


def remove_factor(*, factor_id: UUID, may_be_last: bool, by: Actor, at: datetime) -> None:
    """End one of one's own factors. Raises NotFound, and NotAllowed for the last one where one is required."""
    with act(by=by, at=at) as deed:
        account = _own(UUID(by.id), by)
        standing = factors(account.id)
        if factor_id not in {one.id for one in standing}:
            raise NotFound
        if len(standing) == 1 and not may_be_last:
            raise NotAllowed(LAST)
        _end(Factor.objects.filter(id=factor_id), at)
        if len(standing) == 1:
            _drop_codes(account.id, at)
        end_all(account_id=account.id, by=by, at=at)
        deed.record(FactorRemoved(account_id=account.id, factor_id=factor_id))


def make_recovery_codes(*, account_id: UUID, by: Actor, at: datetime) -> list[str]:
    """Draw a new set of codes for paper; they are shown once. Earlier ones are gone."""
    drawn = [half(secrets.choice) for _ in range(second_factor.RECOVERY_CODES)]
    with act(by=by, at=at) as deed:
        _own(account_id, by)
        _drop_codes(account_id, at)
        RecoveryCode.objects.bulk_create(
            RecoveryCode(account_id=account_id, code_hash=_hash(account_id, code), made_at=at)
            for code in drawn
        )
        deed.record(RecoveryCodesMade(account_id=account_id, count=len(drawn)))
    return drawn


def prove_by_code(*, account_id: UUID, typed: str, by: Actor, at: datetime) -> str | None:
    """Take a code of an app, or one from paper, once; gives what it was: `totp`, `paper`, or nothing."""
    code = second_factor.code_normal(typed)
    with act(by=by, at=at):
        for one in factors(account_id):
            if one.kind == "totp" and _use_step(one, code, at):
                return "totp"
        codes = RecoveryCode.objects.filter(account_id=account_id, gone_at=None)
        used = codes.filter(code_hash=_hash(account_id, code)).update(gone_at=at)
    return "paper" if used else None


def _use_step(one: Factor, code: str, at: datetime) -> bool:
    """Use up the half minute. Of two who come with the same code at once, one row is changed by one alone."""
    step = second_factor.matching_step(secret_of(one), code, at, one.last_step)
    if step is None:
        return False
    return bool(Factor.objects.filter(id=one.id, last_step__lt=step).update(last_step=step, used_at=at))


def note_passkey(*, factor_id: UUID, sign_count: int, by: Actor, at: datetime) -> None:
    """Keep the count of a passkey that has just proved itself."""
    with act(by=by, at=at):
        Factor.objects.filter(id=factor_id).update(sign_count=sign_count, used_at=at)


def clear_factors(*, account_id: UUID, by: Actor, at: datetime) -> int:
    """End everything an account proves itself by besides the password; gives how many factors there were."""
    with act(by=by, at=at):
        ended = _end(Factor.objects.filter(account_id=account_id, ended_at=None), at)
        _drop_codes(account_id, at)
    return ended


def _own(account_id: UUID, by: Actor) -> Account:
    """Lock the account, which only its officer may change."""
    account = Account.objects.select_for_update().filter(id=account_id, kind="officer").first()
    if account is None or by.id != str(account_id):
        raise NotFound
    return account


def _end(rows: QuerySet[Factor], at: datetime) -> int:
    return rows.update(ended_at=at, secret_sealed=None, credential_id=None, public_key=None)


def _drop_codes(account_id: UUID, at: datetime) -> None:
    RecoveryCode.objects.filter(account_id=account_id, gone_at=None).update(gone_at=at)


def _hash(account_id: UUID, code: str) -> bytes:
    return index_of(f"{account_id}|{second_factor.code_normal(code)}", "recovery-code")


def _name(typed: str) -> str:
    return " ".join(typed.split())[:60]

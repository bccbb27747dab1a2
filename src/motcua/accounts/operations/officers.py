"""Officers' accounts and roles."""

from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from motcua.accounts.errors import Incomplete, NotFound
from motcua.accounts.events import AccountOpened, PasswordRenewed, RoleGiven
from motcua.accounts.models import Account, Officer, Role
from motcua.accounts.operations.sessions import end_all
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.ledger.acts import act

TOO_WEAK = mark("Mật khẩu mới cần ít nhất 10 ký tự và không phải mật khẩu nhiều người dùng.")


def open_officer(
    *, username: str, password: str, name: str, title: str = "", by: Actor, at: datetime
) -> Officer:
    """Make an officer's account. Raises django's IntegrityError when the name is taken."""
    with act(by=by, at=at) as deed:
        account = Account(id=uuid7(at), kind="officer", username=username, created_at=at)
        account.set_password(password)
        account.save(force_insert=True)
        officer = Officer.objects.create(account=account, name=name, title=title)
        deed.record(AccountOpened(account_id=account.id, kind="officer"))
    return officer


def renew_password(*, account_id: UUID, password: str, by: Actor, at: datetime) -> Account:
    """Give an officer's account another password, which is its own from now on."""
    with act(by=by, at=at) as deed:
        account = Account.objects.select_for_update().get(id=account_id, kind="officer")
        account.set_password(password)
        account.one_time_since = None
        account.save(update_fields=["password", "one_time_since"])
        end_all(account_id=account_id, by=by, at=at)
        deed.record(PasswordRenewed(account_id=account_id))
    account.refresh_from_db()
    return account


def change_password(*, account_id: UUID, old: str, new: str, by: Actor, at: datetime) -> Account:
    """Let an officer choose the password of the own account. Raises NotFound for anybody else, and Incomplete."""
    account = Account.objects.filter(id=account_id, kind="officer").first()
    if account is None or by.id != str(account_id):
        raise NotFound
    if not account.check_password(old):
        raise Incomplete([("old", mark("Mật khẩu hiện tại không đúng."))])
    if new == old:
        raise Incomplete([("new", mark("Mật khẩu mới phải khác mật khẩu hiện tại."))])
    try:
        validate_password(new, account)
    except ValidationError as error:
        raise Incomplete([("new", TOO_WEAK)]) from error
    return renew_password(account_id=account_id, password=new, by=by, at=at)


def give_role(
    *,
    officer: Officer,
    agency_id: str,
    role: str,
    valid_from: date,
    valid_to: date | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Give an officer a role in an agency from a day on; giving it twice changes nothing."""
    with act(by=by, at=at) as deed:
        _, made = Role.objects.get_or_create(
            officer=officer,
            agency_id=agency_id,
            role=role,
            valid_from=valid_from,
            defaults={"valid_to": valid_to},
        )
        if made:
            deed.record(
                RoleGiven(
                    account_id=officer.account_id,
                    agency_id=agency_id,
                    role=role,
                    valid_from=valid_from.isoformat(),
                    valid_to=valid_to.isoformat() if valid_to else None,
                )
            )

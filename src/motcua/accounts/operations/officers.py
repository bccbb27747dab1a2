"""Officers' accounts and roles."""

from datetime import date, datetime
from uuid import UUID

from motcua.accounts.events import AccountOpened, PasswordRenewed, RoleGiven
from motcua.accounts.models import Account, Officer, Role
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act


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


def renew_password(*, account_id: UUID, password: str, by: Actor, at: datetime) -> None:
    """Give an officer's account another password."""
    with act(by=by, at=at) as deed:
        account = Account.objects.select_for_update().get(id=account_id, kind="officer")
        account.set_password(password)
        account.save(update_fields=["password"])
        deed.record(PasswordRenewed(account_id=account_id))


def give_role(
    *, officer: Officer, agency_id: str, role: str, valid_from: date, by: Actor, at: datetime
) -> None:
    """Give an officer a role in an agency from a day on; giving it twice changes nothing."""
    with act(by=by, at=at) as deed:
        _, made = Role.objects.get_or_create(
            officer=officer, agency_id=agency_id, role=role, valid_from=valid_from
        )
        if made:
            deed.record(RoleGiven(account_id=officer.account_id, agency_id=agency_id, role=role))

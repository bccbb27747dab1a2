"""`motcua staff recover`: two who run the installation give an officer a new start, each with an own password."""

import argparse
import getpass
from datetime import datetime
from uuid import UUID

from django.contrib.auth import authenticate

from motcua.accounts.errors import NotAllowed
from motcua.accounts.operations.factors import prove_by_code
from motcua.accounts.operations.recovering import ONE_PERSON, recover_by_operators
from motcua.accounts.queries import roles_on
from motcua.accounts.queries.guarding import factors
from motcua.accounts.rules.recovering import EYES
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE

WRONG = mark("Không xác nhận được người thực hiện: sai tên, mật khẩu hoặc mã.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe who does it."""
    parser.add_argument(
        "--operator",
        action="append",
        required=True,
        metavar="NAME",
        help="give it twice: two officers with accounts of their own, who type their passwords and codes",
    )


def recover(args: argparse.Namespace, account_id: UUID, *, by: Actor, at: datetime) -> str:
    """Let both prove themselves, and give the one-time password. Raises NotAllowed."""
    if len(set(args.operator)) != EYES:
        raise NotAllowed(ONE_PERSON)
    first, second = args.operator
    pair = _proven(first, by, at), _proven(second, by, at)
    return recover_by_operators(account_id=account_id, agency_id=args.agency, operators=pair, by=by, at=at)


def _proven(name: str, by: Actor, at: datetime) -> UUID:
    account = authenticate(username=name, password=getpass.getpass(f"Password of {name}: "))
    if account is None or not roles_on(account.pk, at.astimezone(ZONE).date()):
        raise NotAllowed(WRONG)
    if factors(account.pk):
        typed = getpass.getpass(f"Code of {name} (app or paper): ")
        if not prove_by_code(account_id=account.pk, typed=typed, by=by, at=at):
            raise NotAllowed(WRONG)
    return UUID(str(account.pk))

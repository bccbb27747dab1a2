"""Officers sign in by name and password. Citizens have no password and never come in this way."""

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from motcua.accounts.models import Account
from motcua.ledger.reading import read


class PasswordBackend(BaseBackend):
    """Checks an officer's password; the answer takes equally long for an unknown name."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> Account | None:
        del request
        account = Account.objects.filter(username=username, kind="officer", is_active=True).first()
        if account is None:
            Account().set_password(password)
            return None
        return account if password and account.check_password(password) else None

    def get_user(self, user_id: Any) -> Account | None:
        """Find the account of a session."""
        return next(iter(read(Account, "id = %s AND is_active", [UUID(str(user_id))])), None)

"""Accounts: how a person or an officer comes in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from motcua.accounts.models.party import Party

SALT = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"
"""Django's own: sessions begun before there was an epoch go on."""


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts for Django's sign-in."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=username)


class Account(AbstractBaseUser):
    """A citizen signs in by a code sent to phone or mail; an officer by name and password."""

    id = models.UUIDField(primary_key=True)
    kind = models.TextField(choices=[("citizen", "citizen"), ("officer", "officer")])
    username = models.TextField(unique=True, null=True)
    party = models.OneToOneField(Party, on_delete=models.PROTECT, null=True, related_name="+")
    phone_index = models.BinaryField(null=True, unique=True)
    email_index = models.BinaryField(null=True, unique=True)
    notify_by = models.TextField(default="sms", choices=[("sms", "sms"), ("mail", "mail")])
    language = models.TextField(default="vi")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    one_time_since = models.DateTimeField(
        null=True, help_text="when somebody else set the password; empty once an own one was chosen"
    )

    epoch = models.IntegerField(default=0, help_text="raised to end every session at once")

    USERNAME_FIELD = "username"
    objects = AccountManager()

    def get_session_auth_hash(self) -> str:
        """Bind sessions to password and epoch: another password, or another epoch, ends them all."""
        field = f"{self.password}|{self.epoch}" if self.epoch else self.password
        return salted_hmac(SALT, field, algorithm="sha256").hexdigest()

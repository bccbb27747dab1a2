"""Where an account is signed in: told to its owner alone, gone with the session."""

from django.db import models

from motcua.accounts.models.account import Account


class SignIn(models.Model):
    """One session of an account: the browser in words and a coarse network, no address."""

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    session_key = models.TextField(unique=True)
    device = models.TextField(blank=True)
    network = models.TextField(blank=True)
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

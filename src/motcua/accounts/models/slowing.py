"""Guessing slows the guesser: counted by address and session, never by the thing guessed at."""

from django.db import models


class Slowing(models.Model):
    """Failures of one guesser at one door; `until` says when the next try is taken."""

    key = models.BinaryField(primary_key=True)
    failures = models.IntegerField(default=0)
    until = models.DateTimeField()

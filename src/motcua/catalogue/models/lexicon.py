"""The sheets of words by which search understands people."""

from django.db import models


class LexiconSheet(models.Model):
    """One sheet as the province's folder brings it (`data/<province>/search/<name>.csv`)."""

    name = models.TextField(primary_key=True)
    body = models.TextField()

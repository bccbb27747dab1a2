"""The daily list of all chain heads, which also leaves the database as a file."""

from django.db import models


class Anchor(models.Model):
    """All chain heads at the end of one day, and the hash over that list and the day before."""

    day = models.DateField(primary_key=True)
    heads = models.JSONField(help_text="chain -> [sequence, hash in hex]")
    previous = models.BinaryField()
    hash = models.BinaryField()
    made_at = models.DateTimeField()

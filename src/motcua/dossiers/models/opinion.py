"""What another agency was asked about a dossier, with its own day to answer."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from motcua.dossiers.models.dossier import Dossier
from motcua.papers.models import File


class Opinion(models.Model):
    """One question to one agency. The clock of the dossier runs on; the asked agency is late by itself."""

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="opinions")
    agency_id = models.TextField(help_text="the agency that was asked")
    question = models.TextField()
    documents = ArrayField(models.UUIDField(), default=list, help_text="files that go along to be read")
    asked_by = models.TextField()
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")
    answered_by = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, help_text="when it was answered, or taken back")
    recalled = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["agency_id", "due_at"],
                condition=models.Q(closed_at=None),
                name="dossiers_opinion_open",
            )
        ]

"""Which file stands for which component, in a draft and in a dossier."""

from django.db import models

from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.models.draft import Draft
from motcua.dossiers.models.hold import Hold
from motcua.papers.models import File


class DraftFile(models.Model):
    """A file chosen for one component of a draft; taken out again before submission, it is marked, not deleted."""

    id = models.UUIDField(primary_key=True)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="files")
    component = models.IntegerField(help_text="sequence number in the procedure version; 0 for other papers")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    taken_out_at = models.DateTimeField(null=True)


class Document(models.Model):
    """A file of a dossier: a component as filed, an answer to a supplement request, or the result.

    What waits to be signed is `unsigned`: only the office sees it.
    """

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="documents")
    kind = models.TextField(
        choices=[
            ("component", "component"),
            ("supplement", "supplement"),
            ("unsigned", "unsigned"),
            ("result", "result"),
        ]
    )
    component = models.IntegerField(default=0)
    title = models.TextField(blank=True)
    number = models.TextField(blank=True, help_text="number of the issued paper")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    rendition = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")
    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, null=True, related_name="documents")
    added_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, help_text="empty while an answer is being put together")
    taken_out_at = models.DateTimeField(null=True)
    digitised_at = models.DateTimeField(null=True, help_text="when the paper was scanned at the one-stop")
    digitised_by = models.TextField(blank=True, help_text="account of the officer; empty: scanner's folder")

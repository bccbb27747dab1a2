"""Free text of an act: reasons and notes, kept in their own row."""

from django.db import models

from motcua.dossiers.models.dossier import Dossier


class Remark(models.Model):
    """The reason an officer gave. `public` remarks are shown to the owner."""

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="remarks")
    kind = models.TextField()
    text = models.TextField()
    public = models.BooleanField()
    by = models.TextField()
    at = models.DateTimeField()

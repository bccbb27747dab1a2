"""What was handed out at the counter, and who took it."""

from django.db import models

from motcua.accounts.models import Party
from motcua.dossiers.models.dossier import Dossier


class Handout(models.Model):
    """A result, or the papers of a dossier that ended without one, given into somebody's hands at the counter."""

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="handouts")
    thing = models.TextField(choices=[("result", "result"), ("papers", "papers")])
    who = models.TextField(choices=[("owner", "owner"), ("submitter", "submitter"), ("other", "other")])
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, related_name="+", help_text="only of somebody authorised"
    )
    shown = models.JSONField(
        default=list, help_text="kinds of what was shown: receipt, identity, authorisation"
    )
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(who="other") ^ models.Q(party=None), name="handout_other_is_named"
            )
        ]

"""Letters of apology: drafted by the clock, signed by the head; state is a record with who and when, not a flag."""

from django.db import models

from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.models.remark import Remark


class ApologyDraft(models.Model):
    """A letter put before the head since the dossier will not be ready in time; the owner hears nothing of it yet.

    It keeps the rule of the day on which it was drafted: how far away the new day may be, and who signs.
    """

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="apology_drafts")
    agency_id = models.TextField(help_text="the agency that is late")
    due_at = models.DateTimeField(help_text="the promise that will not be kept")
    send_by = models.DateField(
        null=True, help_text="the last day for it; empty where the limit was too short"
    )
    late = models.BooleanField(help_text="drafted when the promised moment had passed already")
    longest = models.SmallIntegerField(help_text="working days by which it may be put off at most")
    signers = models.TextField(help_text="roles that may sign")
    drafted_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.TextField(blank=True)
    closed_why = models.TextField(
        blank=True,
        choices=[(why, why) for why in ("signed", "dismissed", "ended", "moved")],
        help_text="ended: the dossier was ready first; moved: a pause has moved its due day",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=models.Q(closed_at=None), name="apology_draft_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["agency_id", "due_at"],
                name="apology_draft_waits",
                condition=models.Q(closed_at=None),
            )
        ]


class Apology(models.Model):
    """A signed letter (form 04): why the agency is late, the first promise and the new day. It is never changed."""

    draft = models.OneToOneField(ApologyDraft, on_delete=models.PROTECT, primary_key=True, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="apologies")
    agency_id = models.TextField(help_text="the agency that is late")
    number = models.TextField()
    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="+", help_text="why it is late")
    due_at = models.DateTimeField(help_text="the promise that is not kept")
    send_by = models.DateField(null=True)
    days = models.SmallIntegerField(help_text="working days from the first promise to the new day")
    new_due_at = models.DateTimeField(help_text="the new day, as it was told")
    signed_by = models.TextField()
    signed_as = models.TextField(help_text="the role by which it was signed: head, approver")
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["due_at", "agency_id"], name="apology_due")]

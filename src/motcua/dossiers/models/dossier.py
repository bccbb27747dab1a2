"""The dossier and its code."""

from datetime import datetime

from django.db import models

from motcua.accounts.models import Party
from motcua.dossiers.rules.workflow import Stage

OPEN = models.Q(closed=False)


class Dossier(models.Model):
    """One case from filing to the returned result. It keeps the procedure version it was filed under for life.

    `status`, `waiting`, `closed`, `due_at`, `first_due_at`, `act_by`, `alarm_at` are derived; `queries/derived.py`
    computes them.
    """

    id = models.UUIDField(primary_key=True)
    procedure = models.TextField()
    version_id = models.BigIntegerField()
    agency_id = models.TextField()
    stage = models.TextField(default=Stage.SUBMITTED)
    status = models.SmallIntegerField(default=1)
    waiting = models.SmallIntegerField(
        default=0, help_text="the status waited in, 8 by a decision, 0 for none"
    )
    closed = models.BooleanField(default=False)
    holder_id = models.UUIDField(null=True)
    version = models.IntegerField(default=1)
    account_id = models.UUIDField(null=True)
    consent_id = models.UUIDField(null=True, help_text="by which a helper filed it for the owner")
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    submitter = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="+")
    owner_name = models.TextField()
    owner_key = models.TextField(help_text="folded name for search in lists")
    matter = models.TextField(blank=True)
    answers = models.JSONField(default=dict)
    language = models.TextField(default="vi")
    notify_by = models.TextField(default="sms")
    return_way = models.TextField(default="online")
    limit_amount = models.IntegerField(null=True)
    limit_unit = models.TextField(blank=True)
    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    promised_at = models.DateTimeField(null=True, help_text="the first promise, never overwritten")
    due_at = models.DateTimeField(null=True, help_text="the last promise, which the work goes by")
    extra_days = models.SmallIntegerField(default=0, help_text="working days by which an apology put it off")
    first_due_at = models.DateTimeField(null=True, help_text="the promise before that, where it was put off")
    act_by = models.DateTimeField()
    alarm_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    returned_how = models.TextField(blank=True, default="", db_default="", help_text="counter, online, post")

    @property
    def first_promise(self) -> datetime | None:
        """Give the due moment that the record is held against: pauses move it, an apology does not."""
        return self.first_due_at or self.due_at

    class Meta:
        indexes = [
            models.Index(
                fields=["agency_id", "act_by", "id"],
                name="dossier_desk",
                include=["stage", "waiting", "holder_id", "due_at"],
                condition=OPEN,
            ),
            models.Index(fields=["agency_id", "-id"], name="dossier_closed", condition=models.Q(closed=True)),
            models.Index(
                fields=["account_id", "-id"],
                name="dossier_mine",
                condition=models.Q(account_id__isnull=False),
            ),
            models.Index(fields=["agency_id", "procedure", "submitted_at"], name="dossier_returned"),
            models.Index(
                fields=["consent_id"], name="dossier_consent", condition=models.Q(consent_id__isnull=False)
            ),
            models.Index(
                fields=["agency_id", "received_at", "id"],
                name="dossier_register",
                condition=models.Q(received_at__isnull=False),
            ),
            models.Index(
                fields=["agency_id", "returned_at", "id"],
                name="dossier_given_back",
                condition=models.Q(returned_at__isnull=False),
            ),
            models.Index(
                fields=["agency_id", "ended_at", "id"],
                name="dossier_uncollected",
                condition=models.Q(stage="issued"),
            ),
            models.Index(
                fields=["alarm_at"], name="dossier_alarm", condition=models.Q(alarm_at__isnull=False)
            ),
            models.Index(
                fields=["due_at", "agency_id"],
                name="dossier_due",
                condition=models.Q(due_at__isnull=False),
            ),
            models.Index(
                fields=["agency_id", "owner_key"],
                name="dossier_name",
                opclasses=["text_ops", "text_pattern_ops"],
            ),
        ]


class DossierCode(models.Model):
    """The code people see, and the secret beside it: hashed for the check, sealed for reprinting."""

    code = models.TextField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="codes", db_constraint=False)
    secret_hash = models.BinaryField()
    secret_sealed = models.BinaryField()

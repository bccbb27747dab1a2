"""Printed slips: what goes by hand to somebody without phone and mail."""

from django.db import models


class Slip(models.Model):
    """One text on paper to one person about one fact; the key is made as a message's, so that it exists once."""

    id = models.UUIDField(primary_key=True)
    event_id = models.UUIDField(help_text="the fact that this tells of")
    recipient = models.TextField(help_text="id of the party, never a name")
    template = models.TextField()
    office = models.TextField(help_text="the agency whose one-stop hands it over")
    hamlet = models.TextField(blank=True, help_text="bản, xóm, khối of the recipient; empty when not known")
    words_sealed = models.BinaryField(help_text="name, address, subject and text, as JSON")
    thread = models.UUIDField(null=True, help_text="the dossier on whose timeline it shows")
    created_at = models.DateTimeField()
    handed_on = models.DateField(null=True, help_text="derived: the day of the hand-over that stands")

    class Meta:
        indexes = [
            models.Index(
                fields=["office", "created_at", "id"],
                name="messages_slip_waiting",
                condition=models.Q(handed_on=None),
            ),
            models.Index(
                fields=["office", "-handed_on", "-id"],
                name="messages_slip_handed",
                condition=models.Q(handed_on__isnull=False),
            ),
            models.Index(
                fields=["thread", "id"], name="messages_slip_thread", condition=models.Q(thread__isnull=False)
            ),
        ]


class SlipHandover(models.Model):
    """Who carried a slip to its recipient, and which day; taken back when it was noted by mistake."""

    id = models.UUIDField(primary_key=True)
    slip = models.ForeignKey(Slip, on_delete=models.PROTECT, related_name="handovers")
    carrier = models.TextField(help_text="village_head, postman, officer or self")
    carrier_name = models.TextField(blank=True)
    handed_on = models.DateField()
    noted_by = models.TextField()
    noted_at = models.DateTimeField()
    undone_by = models.TextField(blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slip"], condition=models.Q(undone_at=None), name="messages_handed_once"
            ),
            models.CheckConstraint(
                condition=models.Q(carrier__in=["village_head", "postman", "officer", "self"]),
                name="messages_carrier",
            ),
        ]

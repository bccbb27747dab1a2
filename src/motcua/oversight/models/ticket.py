"""Calls for support from a one-stop to the Provincial Office."""

from django.db import models


class Ticket(models.Model):
    """One cause at one agency, opened by a red check or by an officer, until it is closed."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    cause = models.TextField(help_text="the check that is red; `asked` when an officer opened it")
    text = models.TextField(blank=True)
    opened_by = models.TextField()
    opened_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, help_text="when the Office answered first")
    closed_by = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_id", "cause"],
                condition=models.Q(closed_at=None) & ~models.Q(cause="asked"),
                name="ticket_one_open_a_cause",
            )
        ]
        indexes = [
            models.Index(fields=["agency_id", "-opened_at"], name="ticket_agency"),
            models.Index(fields=["opened_at"], condition=models.Q(closed_at=None), name="ticket_open"),
        ]


class TicketNote(models.Model):
    """What was said about a ticket by either side."""

    id = models.UUIDField(primary_key=True)
    ticket = models.ForeignKey(Ticket, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    from_office = models.BooleanField()
    by = models.TextField()
    at = models.DateTimeField()

"""Requests for help: a call back that was asked for, a question on a draft, a missed call; and what was done."""

from django.db import models
from django.db.models import Q

OPEN = Q(closed_at=None)


class HelpRequest(models.Model):
    """One person who waits for an officer. Name, number and words are sealed, and emptied when kept long enough."""

    id = models.UUIDField(primary_key=True)
    kind = models.TextField(
        choices=[("callback", "callback"), ("question", "question"), ("call", "call")],
    )
    agency_id = models.TextField()
    place_id = models.TextField(blank=True)
    language = models.TextField(default="vi", help_text="vi, tai (Thái), hmn (Mông)")
    said_sealed = models.BinaryField(null=True, help_text="name and what it is about")
    phone_sealed = models.BinaryField(null=True)
    phone_index = models.BinaryField(null=True)
    phone_masked = models.TextField(blank=True)
    asker = models.BinaryField(null=True, help_text="keyed hash of where it was asked from, to slow the many")
    draft_id = models.UUIDField(null=True)
    procedure = models.TextField(blank=True)
    step = models.TextField(blank=True, help_text="the step of the draft it was asked on")
    shows_draft = models.BooleanField(default=False, help_text="the owner lets officers see the draft")
    calls = models.SmallIntegerField(default=0, help_text="how often the number rang")
    last_call_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, help_text="empty where the calendar does not reach")
    alarm_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True, help_text="since when it lies before the head")
    holder_id = models.UUIDField(null=True)
    held_since = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)
    replied_at = models.DateTimeField(null=True, help_text="the first time somebody answered or called")
    reply_minutes = models.IntegerField(null=True, help_text="working minutes until then")
    closed_at = models.DateTimeField(null=True)
    outcome = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency_id", "due_at", "id"], name="helprequest_open", condition=OPEN),
            models.Index(
                fields=["agency_id", "-id"], name="helprequest_closed", condition=Q(closed_at__isnull=False)
            ),
            models.Index(fields=["alarm_at"], name="helprequest_alarm", condition=Q(alarm_at__isnull=False)),
            models.Index(
                fields=["draft_id", "id"], name="helprequest_draft", condition=Q(draft_id__isnull=False)
            ),
            models.Index(
                fields=["phone_index", "id"], name="helprequest_phone", condition=Q(phone_index__isnull=False)
            ),
            models.Index(
                fields=["asker", "asked_at"], name="helprequest_asker", condition=Q(asker__isnull=False)
            ),
        ]


class HelpEntry(models.Model):
    """One thing that was done for a request, by whom and when; written words are sealed."""

    id = models.UUIDField(primary_key=True)
    request = models.ForeignKey(HelpRequest, on_delete=models.PROTECT, related_name="entries")
    kind = models.TextField(help_text="taken, given_back, tried, answered, closed")
    text_sealed = models.BinaryField(null=True)
    by = models.TextField()
    at = models.DateTimeField()


class TakenCall(models.Model):
    """A missed call that was taken over from the gateway: its key makes that once, however often it is told."""

    key = models.BinaryField(primary_key=True, help_text="keyed hash of who rang whom, and when")
    request = models.ForeignKey(HelpRequest, on_delete=models.PROTECT, related_name="taken_calls")
    rang_at = models.DateTimeField()

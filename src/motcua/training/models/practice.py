"""One try of an officer at an exercise: what was prepared for it, when it began and when it was right."""

from django.db import models


class Practice(models.Model):
    """A try. The newest of an officer at an exercise is the one that is looked at; an earlier success stays."""

    id = models.UUIDField(primary_key=True)
    account_id = models.UUIDField()
    agency_id = models.TextField()
    exercise = models.TextField()
    began_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    dossiers = models.JSONField(default=list, help_text="ids of what was prepared, in the order of the text")
    said = models.JSONField(
        default=dict, help_text="what the text tells the learner to type: invented people"
    )

    class Meta:
        indexes = [models.Index(fields=["account_id", "exercise", "-id"], name="practice_of_learner")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_at=None) | models.Q(done_at__gte=models.F("began_at")),
                name="practice_in_order",
            )
        ]

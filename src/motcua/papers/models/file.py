"""A file kept for somebody; which dossier it belongs to is not known here."""

from django.db import models


class State(models.TextChoices):
    """How far a file has come."""

    STORED = "stored"
    CONVERTING = "converting"
    READY = "ready"
    FAILED = "failed"
    GONE = "gone"


class File(models.Model):
    """One file, checked and stored; its bytes lie at `<yyyy>/<mm>/<id>/<variant>`."""

    id = models.UUIDField(primary_key=True)
    name = models.TextField(help_text="as the person named it, made safe")
    media_type = models.TextField(help_text="by its content")
    size = models.BigIntegerField()
    sha256 = models.BinaryField()
    key_id = models.TextField(
        blank=True, help_text="key under which the bytes are sealed; empty when they are not"
    )
    uploaded_by_kind = models.TextField()
    uploaded_by_id = models.TextField()
    uploaded_at = models.DateTimeField()
    state = models.TextField(choices=State.choices, default=State.STORED)
    pages = models.IntegerField(null=True)
    problem = models.TextField(blank=True, help_text="why it could not be made readable, for people")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="papers_file_state"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="papers_file_size"),
        ]

    @property
    def is_pdf(self) -> bool:
        """Tell whether the file is a PDF."""
        return self.media_type == "application/pdf"

"""Scanned paper: a stack as it came, and the parts into which its separator sheets divide it."""

from django.db import models

from motcua.dossiers.models.document import Document
from motcua.dossiers.models.dossier import Dossier
from motcua.papers.models import File


class Scan(models.Model):
    """One stack of scanned paper of an agency. `dossier` and `component` are set where they were chosen beforehand."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    source = models.TextField(choices=[("upload", "upload"), ("folder", "folder")])
    name = models.TextField()
    digest = models.BinaryField(null=True, help_text="SHA-256 of the file as it lay in the watched folder")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="+")
    component = models.IntegerField(default=0)
    by = models.TextField(blank=True, help_text="account of the officer; empty for the watched folder")
    added_at = models.DateTimeField()
    state = models.TextField(
        choices=[("waiting", "waiting"), ("read", "read"), ("refused", "refused")], default="waiting"
    )
    problem = models.TextField(blank=True, help_text="why it could not be read, for people")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_id", "digest"],
                condition=models.Q(digest__isnull=False),
                name="dossiers_scan_once",
            )
        ]
        indexes = [models.Index(fields=["agency_id", "-id"], name="dossiers_scan_newest")]


class ScanFile(models.Model):
    """A file of a stack, in its place."""

    scan = models.ForeignKey(Scan, on_delete=models.PROTECT, related_name="files")
    position = models.IntegerField()
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scan", "position"], name="dossiers_scan_place")]


class ScanPart(models.Model):
    """The pages between two separator sheets, as one PDF: bound to a dossier, or loose until an officer binds it."""

    id = models.UUIDField(primary_key=True)
    scan = models.ForeignKey(Scan, on_delete=models.PROTECT, related_name="parts")
    position = models.IntegerField()
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    code = models.TextField(blank=True, help_text="the code on the separator sheet")
    component = models.IntegerField(default=0)
    problem = models.TextField(blank=True, help_text="why it is not bound, for people")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="+")
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.TextField(blank=True)
    dropped_reason = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scan", "position"], name="dossiers_part_place")]
        indexes = [
            models.Index(
                fields=["scan"],
                name="dossiers_part_loose",
                condition=models.Q(document=None, dropped_at=None),
            )
        ]

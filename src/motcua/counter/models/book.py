"""The receipt book for days without a line, its leaves, and those that were spoiled or lost."""

from django.db import models

NOT_FOUND_AGAIN = models.Q(found_at=None)


class Book(models.Model):
    """A numbered book of blank receipts, printed before it is needed."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    number = models.IntegerField(help_text="counts up within the agency")
    day = models.DateField(help_text="the day in the codes of its leaves")
    size = models.IntegerField()
    made_by = models.TextField()
    made_at = models.DateTimeField()
    cover_number = models.IntegerField(null=True, help_text="on its cover, where a reform has moved it")
    cover_agency = models.TextField(
        blank=True, db_default="", help_text="the agency that its cover names then"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_id", "number"], name="book_once")]


class Leaf(models.Model):
    """A blank receipt: its code, and the tracking secret printed on it, sealed."""

    id = models.UUIDField(primary_key=True)
    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="leaves")
    number = models.IntegerField(help_text="its place in the book, from 1")
    code = models.TextField(unique=True)
    secret_sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="leaf_once")]


class LeafLoss(models.Model):
    """A leaf that was spoiled or lost: who said so, when and why; a lost one may be found again."""

    id = models.UUIDField(primary_key=True)
    leaf = models.ForeignKey(Leaf, on_delete=models.PROTECT, related_name="losses")
    kind = models.TextField(choices=[("spoiled", "spoiled"), ("lost", "lost")])
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()
    found_note = models.TextField(blank=True)
    found_by = models.TextField(blank=True)
    found_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["leaf"], condition=NOT_FOUND_AGAIN, name="leafloss_one_open"),
            models.CheckConstraint(
                condition=models.Q(kind="lost") | NOT_FOUND_AGAIN, name="leafloss_spoiled_stays_spoiled"
            ),
        ]

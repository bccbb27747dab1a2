"""Paper forms: the number and title that a legal paper bears between two dates."""

from django.db import models

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class PaperForm(Dated):
    """One form, known by a key that stays; its number and title are those of the circular in force."""

    key = models.TextField(help_text="receipt, supplement, refusal, apology, stop, control_slip, register")
    number = models.TextField(help_text="Mẫu số 01; empty where the circular has no such form", blank=True)
    title = models.TextField()
    symbol = models.TextField(help_text="what follows the paper's number: TNHS", blank=True)
    law = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="paperform_once"),
            one_at_a_time("key", name="paperform_one_at_a_time"),
            in_order(name="paperform_days_in_order"),
        ]

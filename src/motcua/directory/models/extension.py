"""Extensions: how often and how long a promised day may be put off, and who signs for it."""

from django.db import models

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class Extension(Dated):
    """What the law of some days allows a late agency, for all procedures or for one (`scope`)."""

    scope = models.TextField(blank=True, help_text="a procedure's code; empty: for all others")
    times = models.IntegerField(help_text="how often one dossier may be put off")
    working_days = models.IntegerField(
        help_text="by how much at most, from the promised day; from that of signing once it has passed"
    )
    signers = models.TextField(help_text="roles that may sign, separated by spaces: head, approver")
    law = models.TextField(blank=True)
    note = models.TextField(blank=True, help_text="for people, in Vietnamese")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "valid_from"], name="extension_once"),
            one_at_a_time("scope", name="extension_one_at_a_time"),
            in_order(name="extension_days_in_order"),
        ]

"""Electronic forms: data, checked by `rules/forms`, pinned by the procedure versions that use them."""

from django.db import models

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class Form(Dated):
    """The questions of a procedure's declaration form, or of the general one (key `general`).

    `shape` is a digest of what answers depend on (keys, kinds, choices, demands): once a version in use
    points here the shape stays, while wording may be improved.
    """

    key = models.TextField(help_text="the procedure's code, or `general`")
    definition = models.JSONField()
    shape = models.TextField()
    digest = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="form_once"),
            one_at_a_time("key", name="form_one_at_a_time"),
            in_order(name="form_days_in_order"),
        ]

"""Officers and the roles they hold in an agency between two dates."""

from django.db import models

from motcua.accounts.models.account import Account


class Officer(models.Model):
    """An officer's work contacts, published by order of the province."""

    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, primary_key=True, related_name="officer"
    )
    name = models.TextField()
    title = models.TextField(blank=True)
    work_phone = models.TextField(blank=True)
    work_email = models.TextField(blank=True)


class Role(models.Model):
    """One role in one agency from one date to another (inclusive; open when `valid_to` is empty)."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="roles")
    agency_id = models.TextField(db_index=True)
    role = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["officer", "agency_id", "role", "valid_from"], name="role_once"),
            models.CheckConstraint(
                condition=models.Q(
                    role__in=["reception", "specialist", "approver", "head", "oversight", "admin"]
                ),
                name="role_known",
            ),
        ]

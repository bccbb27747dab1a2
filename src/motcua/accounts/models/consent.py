"""Consent of an owner to be helped by somebody, and the one-time codes with which it is given or taken back."""

from datetime import date

from django.db import models

from motcua.accounts.models.party import Party
from motcua.accounts.rules.consents import KINDS, PLACES, SCOPES, WAYS, Asked
from motcua.accounts.rules.consents import covers as rule_covers
from motcua.papers.models import File


class Consent(models.Model):
    """One consent. It holds from `given_at` until `ended_at`; a row is never removed and never widened."""

    id = models.UUIDField(primary_key=True)
    link = models.TextField(unique=True, help_text="short random name of the page on which it is ended")
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    owner_phone = models.BinaryField(
        null=True, db_index=True, help_text="keyed hash, as of an account's phone"
    )
    helper_id = models.UUIDField(db_index=True, help_text="account of the helper")
    helper_kind = models.TextField()
    helper_name = models.TextField()
    place = models.TextField()
    agency_id = models.TextField(blank=True, help_text="agency of a helping officer")
    way = models.TextField()
    scope = models.TextField()
    procedure = models.TextField()
    receiver = models.TextField(help_text="agency that will receive the first dossier")
    until = models.DateField(null=True)
    draft_id = models.UUIDField(null=True, help_text="the draft for which a consent to one dossier was used")
    asked_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    paper = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")
    called_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True, help_text="what was asked and answered in a call")
    confirm_by = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_how = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scope="one") | models.Q(until__isnull=False), name="consent_bounded"
            ),
        ]

    @property
    def holds(self) -> bool:
        """Tell whether the helper may act now."""
        return self.given_at is not None and self.ended_at is None

    @property
    def kind_name(self) -> str:
        """Name the helper's capacity."""
        return KINDS[self.helper_kind]

    @property
    def place_name(self) -> str:
        """Name where it was helped."""
        return PLACES[self.place]

    @property
    def way_name(self) -> str:
        """Name how the consent was given."""
        return WAYS[self.way]

    @property
    def scope_name(self) -> str:
        """Name what the consent covers."""
        return SCOPES[self.scope]

    @property
    def asked(self) -> Asked:
        """Give what was asked of the owner."""
        return Asked(
            self.helper_kind, self.place, self.way, self.scope, self.procedure, self.receiver, self.until
        )

    def covers(self, procedure: str, on: date) -> bool:
        """Tell whether another dossier of a procedure may be begun with it on a day."""
        used = self.draft_id is not None
        return self.holds and rule_covers(self.asked, procedure=procedure, used=used, on=on)


class ConsentCode(models.Model):
    """A code sent to the owner's phone to give a consent or to end it; only its keyed hash is kept."""

    id = models.UUIDField(primary_key=True)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="codes")
    purpose = models.TextField(choices=[("give", "give"), ("end", "end")])
    phone_index = models.BinaryField(db_index=True)
    asker = models.BinaryField()
    code_hash = models.BinaryField()
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

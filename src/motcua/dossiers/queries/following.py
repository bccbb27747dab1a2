"""Whether the law has moved on since a draft was begun, and what that means for what is in it."""

from dataclasses import dataclass
from datetime import date

from motcua.catalogue.queries import VersionFacts, form_of, version, version_in_force
from motcua.catalogue.rules.moving import Edition, Moved, moved
from motcua.dossiers.models import Draft
from motcua.dossiers.queries.drafts import answers_of


@dataclass(frozen=True)
class Moving:
    """The version a draft was begun under, the one in force, and what becomes of its contents."""

    before: VersionFacts
    now: VersionFacts
    moved: Moved


def superseding(draft: Draft, on: date) -> VersionFacts | None:
    """Give the version that has taken the place of the draft's own by a day; None while its own holds or none does."""
    found = version_in_force(draft.procedure, on)
    return found if found is not None and found.id != draft.version_id and draft.dossier_id is None else None


def moving(draft: Draft, on: date) -> Moving | None:
    """Tell what moving to the version in force means for the draft; None when there is nothing to move to."""
    now = superseding(draft, on)
    if now is None:
        return None
    before = version(draft.version_id)
    return Moving(before, now, moved(_edition(before), _edition(now), answers_of(draft)))


def _edition(facts: VersionFacts) -> Edition:
    return Edition(form_of(facts), facts.components)

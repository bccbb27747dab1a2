"""Help on record as pages show it: who helped with a dossier, and what an owner without a phone is not asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from motcua.accounts.models import Consent
from motcua.accounts.queries.consents import consent, helping, helps, is_helpers
from motcua.catalogue.rules.forms import PersonAnswer, Problem
from motcua.directory.queries import period
from motcua.dossiers.models import Dossier, DossierCode, Draft
from motcua.dossiers.queries.drafts import Answers
from motcua.kernel.actors import Actor
from motcua.kernel.text import fold
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE

PHONE = "submitter.phone"
OTHER_PERSON = mark("Người đã đồng ý nhờ nộp giúp không có trong hồ sơ này. Cần đúng họ tên như khi đồng ý.")
OWN_PHONE = mark(
    "Đây là số điện thoại của người giúp. Cần số của người làm hồ sơ, để tin báo đến đúng người."
)


def excused(problems: Iterable[Problem], answers: Answers, one: Consent | None) -> list[Problem]:
    """Leave out that a phone is missing, where somebody without a phone is helped."""
    phoneless = one is not None and one.owner_phone is None and not answers.get(PHONE)
    return [problem for problem in problems if not (phoneless and problem.field == PHONE)]


def owner_problems(one: Consent, named: Sequence[PersonAnswer], helper: Actor) -> list[tuple[str, str]]:
    """List what is wrong where the person who agreed is not named in the answers, or is reached at the helper."""
    found = []
    if fold(one.owner.name) not in {fold(each.name) for each in named}:
        found.append(("submitter.name", OTHER_PERSON))
    if any(is_helpers(each.phone, helper) for each in named if each.phone):
        found.append((PHONE, OWN_PHONE))
    return found


def help_with(dossier: Dossier) -> Consent | None:
    """Give the consent by which a dossier was filed, whether or not it still holds; nothing when nobody helped."""
    return consent(dossier.consent_id) if dossier.consent_id else None


def helps_with_draft(viewer: Actor, draft_id: UUID) -> bool:
    """Tell whether the viewer fills in this draft for its owner, by a consent that holds."""
    consent_id = Draft.objects.filter(id=draft_id).values_list("consent_id", flat=True).first()
    return consent_id is not None and helps(viewer, consent(consent_id))


def helps_with_dossier(viewer: Actor, dossier_id: UUID) -> bool:
    """Tell whether the viewer filed this dossier for its owner, by a consent that holds."""
    consent_id = Dossier.objects.filter(id=dossier_id).values_list("consent_id", flat=True).first()
    return consent_id is not None and helps(viewer, consent(consent_id))


@dataclass(frozen=True, slots=True)
class HelpedDraft:
    """A draft that the viewer fills in for somebody, and the last day on which it is certainly kept."""

    draft: Draft
    owner: str
    kept_until: date | None


def helped_drafts(viewer: Actor, on: date, limit: int = 50) -> list[HelpedDraft]:
    """List the open drafts the viewer fills in by consents that hold, the one that goes first in front."""
    held = {one.id: one for one in helping(viewer) if one.holds}
    rows = Draft.objects.filter(consent_id__in=held, dossier_id=None, discarded_at=None).order_by("saved_at")
    kept = period("draft_kept", on)
    return [
        HelpedDraft(
            one,
            held[one.consent_id].owner.name,
            kept.limit.last_day(one.saved_at.astimezone(ZONE).date()) - timedelta(days=1) if kept else None,
        )
        for one in rows[:limit]
        if one.consent_id
    ]


def filed_for_others(viewer: Actor, limit: int = 50) -> list[tuple[Dossier, str]]:
    """List the dossiers the viewer filed for others by consents that hold, newest first, with their codes."""
    held = [one.id for one in helping(viewer) if one.holds]
    rows = list(Dossier.objects.filter(consent_id__in=held).order_by("-id")[:limit])
    codes = dict(
        DossierCode.objects.filter(dossier_id__in=[one.id for one in rows]).values_list("dossier_id", "code")
    )
    return [(one, codes.get(one.id, "")) for one in rows]

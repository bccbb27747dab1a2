"""What happens to dossiers by the clock."""

import logging
from datetime import datetime
from uuid import UUID

from django.conf import settings

from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import collecting, forgetting
from motcua.dossiers.operations.alarms import raise_alarm
from motcua.kernel.actors import SYSTEM

LOG = logging.getLogger(__name__)


def raise_alarms(*, at: datetime, limit: int = 500) -> int:
    """Look at the dossiers whose alarm has come; gives how many were found overdue or unanswered."""
    ids = list(
        Dossier.objects.filter(alarm_at__lt=at).order_by("alarm_at").values_list("id", flat=True)[:limit]
    )
    return sum(_raised(dossier_id, at) for dossier_id in ids)


def _raised(dossier_id: UUID, at: datetime) -> bool:
    """Look at one dossier; one that cannot be computed is reported, and the others are not kept waiting."""
    try:
        return raise_alarm(dossier_id=dossier_id, by=SYSTEM, at=at)
    except Exception:
        LOG.exception("the alarm of dossier %s could not be computed", dossier_id)
        return False


def warn(*, at: datetime) -> None:
    """Warn of drafts left lying; by day, since a message follows."""
    forgetting.warn_of_drafts(by=SYSTEM, at=at)


def forget(*, at: datetime) -> None:
    """Remove drafts whose time is over, and empty old traces of filing."""
    forgetting.remove_drafts(by=SYSTEM, at=at)
    forgetting.forget_keys(by=SYSTEM, at=at)


def collect_scans(*, at: datetime) -> int:
    """Take what scanners have put into the watched folder; gives how many files were taken or refused."""
    return collecting.collect(by=SYSTEM, at=at) if settings.SCANS_ROOT else 0

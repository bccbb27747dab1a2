"""What happens to dossiers by the clock."""

from datetime import datetime

from motcua.dossiers.models import Dossier
from motcua.dossiers.operations.alarms import raise_alarm
from motcua.kernel.actors import SYSTEM


def raise_alarms(*, at: datetime, limit: int = 500) -> int:
    """Look at the dossiers whose alarm has come; gives how many were found overdue or unanswered."""
    ids = list(
        Dossier.objects.filter(alarm_at__lt=at).order_by("alarm_at").values_list("id", flat=True)[:limit]
    )
    return sum(raise_alarm(dossier_id=dossier_id, by=SYSTEM, at=at) for dossier_id in ids)

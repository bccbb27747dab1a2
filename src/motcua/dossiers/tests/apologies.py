"""A dossier that will be late, for tests: received on Tuesday 8 September 2026, due on Tuesday 15 at 17:00."""

from datetime import datetime, timedelta

from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import ApologyDraft, Dossier
from motcua.dossiers.operations import apologising, processing
from motcua.dossiers.tests.factories import filed
from motcua.kernel.worktime import ZONE

WHY = "Công chức thụ lý nghỉ ốm, chưa bố trí kịp người thay."
EVE = datetime(2026, 9, 14, 7, 1, tzinfo=ZONE)
DUE = datetime(2026, 9, 15, 17, 0, tzinfo=ZONE)
AFTER = DUE + timedelta(minutes=1)
HOUR = timedelta(hours=1)


def do(act, dossier, by, at, **more):
    """Do an act to the dossier as it stands now; gives the dossier."""
    act(dossier_id=dossier.id, seen=fresh(dossier).version, by=by, at=at, **more)
    return fresh(dossier)


def fresh(dossier):
    """Read the dossier again."""
    return Dossier.objects.get(id=dossier.id)


def received(cast, at, days=5):
    """File it and receive it."""
    made, _ = filed(cast.an, at=at)
    Dossier.objects.filter(id=made.id).update(limit_amount=days, limit_unit="working_day")
    return do(processing.receive, made, cast.binh, at)


def drafted(cast, at):
    """Let the eve of its limit come: the letter lies before the head."""
    dossier = received(cast, at)
    raise_alarms(at=EVE)
    return fresh(dossier)


def apologised(cast, at, *, days=3, when=EVE + HOUR):
    """Let the head sign the letter."""
    return do(apologising.sign, drafted(cast, at), cast.bao, when, reason=WHY, days=days)


def open_drafts(dossier):
    """List what waits for a signature."""
    return list(ApologyDraft.objects.filter(dossier=dossier, closed_at=None))

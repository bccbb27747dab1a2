"""The timetable: every chore once, and none lost because a machine was off at its hour."""

from datetime import timedelta

from motcua.config import timetable
from motcua.ledger.anchors import anchor_files
from motcua.ledger.models import Anchor


def test_every_chore_has_a_name_of_its_own_and_a_full_cron_line():
    names = [name for name, _, _ in timetable.CHORES]
    assert len(names) == len(set(names))
    assert all(len(cron.split()) == 5 and callable(chore) for _, cron, chore in timetable.CHORES)


def test_a_day_is_anchored_by_whichever_hour_the_machine_is_up(db, at, settings, tmp_path):
    settings.ANCHORS_ROOT = tmp_path
    for hour in range(3):
        timetable.anchor_yesterday(at=at + timedelta(hours=hour))
    assert [str(one.day) for one in Anchor.objects.all()] == ["2026-09-07"]
    assert [path.stem for path, _ in anchor_files()] == ["2026-09-07"]
    [(_, cron, _)] = [one for one in timetable.CHORES if one[0] == "ledger.anchor"]
    assert cron.split()[1] == "*"

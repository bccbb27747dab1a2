"""Who is shown whose progress, and that a try looks only at what its learner did since."""

from datetime import timedelta

from motcua.training.models import Ground, Practice
from motcua.training.operations.practising import begin, look
from motcua.training.queries.practices import learners, standings
from motcua.training.rules.permits import learns, watches, watches_all


def test_a_citizen_learns_nothing_and_a_colleague_watches_nobody(cast):
    assert [learns(one) for one in (cast.an, cast.binh, cast.chi, cast.dung)] == [False, True, True, True]
    assert [watches(one) for one in (cast.an, cast.binh, cast.bao, cast.dung)] == [False, False, True, True]
    assert [watches_all(one) for one in (cast.binh, cast.chi, cast.dung)] == [False, False, True]


def test_each_sees_their_own_and_a_head_elsewhere_sees_nobody(cast, at):
    Ground.objects.create(id=1, made_at=at)
    begin(exercise="tu-choi", by=cast.binh, at=at)
    assert set(standings(cast.binh)) == {"tu-choi"}
    assert standings(cast.bich) == {}
    assert [one.agency_id for one in learners(cast.bao)] == [cast.bao.unit]
    assert learners(cast.chi) == []


def test_a_new_try_does_not_take_an_earlier_success_away_and_needs_a_new_deed(cast, at):
    Ground.objects.create(id=1, made_at=at)
    begin(exercise="goi-ho-tro", by=cast.bao, at=at)
    assert look(exercise="goi-ho-tro", by=cast.bao, at=at) == ["Chưa gửi yêu cầu hỗ trợ nào."]
    Practice.objects.update(done_at=at + timedelta(minutes=2))
    later = at + timedelta(minutes=5)
    begin(exercise="goi-ho-tro", by=cast.bao, at=later)
    assert standings(cast.bao)["goi-ho-tro"].done_at == at + timedelta(minutes=2)
    assert look(exercise="goi-ho-tro", by=cast.bao, at=later)

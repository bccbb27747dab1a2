"""The process table, held against the law's list of statuses and against every role."""

from itertools import chain, combinations

import pytest

from motcua.dossiers.rules.holds import HOLDS, HoldKind, foremost
from motcua.dossiers.rules.permits import Standing, acts_for, may_do, may_see
from motcua.dossiers.rules.workflow import (
    AT_WORK,
    CLOSED,
    ENDED,
    STATUS,
    STATUS_NAMES,
    TABLE,
    Act,
    Stage,
    allowed,
    status_of,
)
from motcua.kernel.actors import Actor

HERE, ELSEWHERE = "UBND25-17989", "UBND25-18001"
ROLES = ["reception", "specialist", "approver", "head", "oversight", "admin"]
ALL_HOLDS = [
    frozenset(some)
    for some in chain.from_iterable(combinations(HoldKind, count) for count in range(len(HoldKind) + 1))
]
AN = Actor("citizen", "an")
STRANGER = Actor("citizen", "stranger")
CHI = Actor("officer", "chi", ELSEWHERE, frozenset(["reception", "specialist", "approver", "head"]))
DUNG = Actor("officer", "dung", "VPUBND", frozenset(["oversight"]))

NATIONAL = {
    (1, 1), (1, 2), (1, 3), (1, 5), (1, 6), (1, 7), (2, 2), (2, 4), (2, 5), (2, 7), (2, 8), (4, 4), (4, 5), (4, 6),
    (4, 7), (4, 8), (4, 9), (5, 1), (5, 2), (5, 4), (5, 7), (5, 8), (6, 1), (6, 2), (6, 4), (6, 7), (6, 8), (7, 8),
    (7, 1), (7, 2), (7, 4), (7, 5), (7, 6), (9, 10),
    (9, 4), (10, 4), (6, 5),
}  # fmt: skip
"""Transitions of the national status list (5 to 2: answered before hand-over; 9 and 10 to 4: an error).

6 to 5 is ours: back to where it would be without the money, to papers that were asked for meanwhile. The way round,
5 to 6, is not gone: money is asked for first, or when the papers are there."""


def _standing(stage, holds=frozenset()):
    return Standing(stage, holds, HERE, "an")


def _after(stage, holds, act):
    move = TABLE[(stage, act)]
    held = set(holds)
    held.discard(move.lifts)
    if move.places:
        held.add(move.places)
    return move.to, frozenset() if move.to in ENDED else frozenset(held)


def test_every_stage_has_one_of_the_ten_statuses_and_each_has_its_name():
    assert set(STATUS) == set(Stage)
    assert set(STATUS.values()) <= set(STATUS_NAMES)
    assert set(STATUS_NAMES) == set(range(1, 11))


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("holds", ALL_HOLDS, ids=lambda holds: "+".join(sorted(holds)) or "none")
def test_every_act_keeps_to_the_national_transitions(stage, holds):
    """All (stage x set of holds x act): from status to status only as the national list allows."""
    for act in Act:
        if not allowed(stage, act, holds):
            continue
        to, left = _after(stage, holds, act)
        before, after = status_of(stage, holds), status_of(to, left)
        assert before == after or (before, after) in NATIONAL, (stage, act, before, after)


@pytest.mark.parametrize("stage", Stage)
def test_an_officer_elsewhere_sees_nothing_and_can_do_nothing(stage):
    for holds in ALL_HOLDS:
        assert not may_see(CHI, _standing(stage, holds))
        assert acts_for(CHI, _standing(stage, holds)) == []


@pytest.mark.parametrize("stage", Stage)
def test_oversight_reads_everything_and_acts_on_nothing(stage):
    for holds in ALL_HOLDS:
        assert may_see(DUNG, _standing(stage, holds))
        assert acts_for(DUNG, _standing(stage, holds)) == []


def test_oversight_at_the_same_agency_still_acts_on_nothing():
    watcher = Actor("officer", "w", HERE, frozenset(["oversight"]))
    assert all(acts_for(watcher, _standing(stage)) == [] for stage in Stage)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_only_what_the_table_gives_it(role):
    officer = Actor("officer", "binh", HERE, frozenset([role]))
    for stage in Stage:
        for act in Act:
            if may_do(officer, act, _standing(stage)):
                assert role in TABLE[(stage, act)].roles


def test_the_owner_can_only_answer_withdraw_and_collect():
    done = {act for stage in Stage for holds in ALL_HOLDS for act in acts_for(AN, _standing(stage, holds))}
    assert done == {Act.ANSWER_SUPPLEMENT, Act.ASK_WITHDRAWAL, Act.COLLECT}


def test_another_citizen_is_a_stranger():
    for stage in Stage:
        assert not may_see(STRANGER, _standing(stage))
        assert acts_for(STRANGER, _standing(stage)) == []


def test_the_right_secret_makes_a_guest_as_good_as_the_owner():
    guest = Actor("guest", "g")
    assert acts_for(guest, _standing(Stage.ISSUED)) == []
    assert acts_for(guest, _standing(Stage.ISSUED), holds_secret=True) == [Act.COLLECT]


def test_a_waiting_dossier_is_not_moved_on():
    held = frozenset([HoldKind.SUPPLEMENT])
    for stage, act in TABLE:
        if act in (Act.RECEIVE, Act.TRANSFER, Act.PROPOSE, Act.APPROVE, Act.ISSUE):
            assert not allowed(stage, act, held)


def test_a_request_to_withdraw_shows_before_money_and_money_before_papers():
    assert foremost(frozenset(HoldKind)) is HoldKind.WITHDRAWAL
    assert foremost(frozenset([HoldKind.MONEY, HoldKind.SUPPLEMENT])) is HoldKind.MONEY
    assert status_of(Stage.HANDLING, [HoldKind.SUPPLEMENT, HoldKind.MONEY]) == 6


def test_waiting_for_papers_or_money_stops_the_clock_and_a_wish_to_withdraw_does_not():
    at_the_agency = {HoldKind.WITHDRAWAL, HoldKind.OTHER_PAPER}
    assert {kind for kind, rule in HOLDS.items() if rule.pauses} == set(HoldKind) - at_the_agency


def test_every_open_stage_is_somebodys_turn():
    assert set(AT_WORK) == set(Stage) - CLOSED


def test_every_stage_can_be_reached_and_left_unless_it_is_closed():
    reached, edge = {Stage.SUBMITTED}, [Stage.SUBMITTED]
    while edge:
        here = edge.pop()
        for (stage, _), move in TABLE.items():
            if stage == here and move.to not in reached:
                reached.add(move.to)
                edge.append(move.to)
    assert reached == set(Stage)
    left = {stage for (stage, _), move in TABLE.items() if move.to != stage}
    assert left == set(Stage) - CLOSED | {Stage.RETURNED}


def test_only_the_approver_reopens_and_only_to_correct_a_result():
    for stage in Stage:
        for role in ROLES:
            officer = Actor("officer", "x", HERE, frozenset([role]))
            can = may_do(officer, Act.REOPEN, _standing(stage))
            assert can == (stage in (Stage.ISSUED, Stage.RETURNED) and role in ("approver", "head"))


def test_the_owner_may_withdraw_until_there_is_a_result():
    for stage in Stage:
        assert may_do(AN, Act.ASK_WITHDRAWAL, _standing(stage)) == (stage not in ENDED)


def test_a_second_list_of_missing_papers_in_the_same_phase_is_for_the_head_alone():
    for stage in (Stage.SUBMITTED, Stage.RECEIVED, Stage.HANDLING):
        asked = Standing(stage, frozenset(), HERE, "an", asked_before=True)
        may = {
            role
            for role in ROLES
            if may_do(Actor("officer", "x", HERE, frozenset([role])), Act.ASK_SUPPLEMENT, asked)
        }
        assert may == {"head"}


def test_a_paper_outside_the_list_is_decided_by_the_head_alone_and_only_when_it_was_wanted():
    decisions = (Act.APPROVE_OTHER_PAPER, Act.DECLINE_OTHER_PAPER)
    for stage in Stage:
        for holds in ALL_HOLDS:
            for role in ROLES:
                officer = Actor("officer", "x", HERE, frozenset([role]))
                may = [may_do(officer, act, _standing(stage, holds)) for act in decisions]
                open_stage = stage in (Stage.SUBMITTED, Stage.RECEIVED, Stage.HANDLING)
                wanted = open_stage and role == "head" and HoldKind.OTHER_PAPER in holds
                clear = holds.isdisjoint({HoldKind.SUPPLEMENT, HoldKind.WITHDRAWAL, HoldKind.SUSPENSION})
                assert may == [wanted and clear, wanted]


def test_while_the_head_decides_nothing_is_moved_on_and_no_second_wish_is_made():
    held = frozenset([HoldKind.OTHER_PAPER])
    for stage, act in TABLE:
        if act in (Act.RECEIVE, Act.TRANSFER, Act.PROPOSE, Act.WANT_OTHER_PAPER):
            assert not allowed(stage, act, held)
    assert all(status_of(stage, held) == STATUS[stage] for stage in Stage)


def test_only_the_system_lets_a_request_for_papers_expire_and_only_while_it_is_open():
    system = Actor("system", "system")
    for stage in Stage:
        for holds in ALL_HOLDS:
            asked = _standing(stage, holds)
            can = (
                stage in (Stage.SUBMITTED, Stage.RECEIVED, Stage.HANDLING)
                and HoldKind.SUPPLEMENT in holds
                and holds.isdisjoint({HoldKind.WITHDRAWAL, HoldKind.SUSPENSION})
            )
            assert may_do(system, Act.EXPIRE, asked) == can
            for role in ROLES:
                officer = Actor("officer", "x", HERE, frozenset([role]))
                assert not may_do(officer, Act.EXPIRE, asked)
            assert not may_do(AN, Act.EXPIRE, asked)

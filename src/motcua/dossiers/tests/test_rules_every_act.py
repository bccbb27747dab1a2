"""Every stage, every set of open holds, every act, everybody: decided by a statement of the rules of its own.

The statement is written by hand from the law and from what was agreed, one line for an act in some stages: who does it,
which hold must be open, and which must not be. It knows nothing of the table in the code, and the table nothing of it.
"""

from itertools import chain, combinations

import pytest

from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.permits import Standing, may_do
from motcua.dossiers.rules.workflow import TABLE, Act, Stage, status_of, waiting_of
from motcua.kernel.actors import Actor

HERE, ELSEWHERE = "UBND25-17989", "UBND25-18001"
ALL = "supplement money withdrawal suspension other_paper"
STATED = f"""
receive             | submitted                            | reception head            |             | {ALL}
refuse              | submitted                            | reception head            |             | {ALL}
transfer            | received                             | reception head            |             | {ALL}
propose             | handling                             | specialist head           |             | {ALL}
approve             | approving                            | approver head             |             | {ALL}
send_back           | approving approved                   | approver head             |             | {ALL}
issue               | approved                             | specialist approver head  |             | {ALL}
ask_opinion         | handling                             | specialist head           |             | withdrawal
ask_opinion         | approving                            | approver head             |             | withdrawal
recall_opinion      | handling                             | specialist head           |             | withdrawal
recall_opinion      | approving                            | approver head             |             | withdrawal
prepare_result      | approved                             | specialist approver head  |             | {ALL}
sign_result         | approved                             | approver head             |             | {ALL}
finish_signing      | approved                             | system                    |             | {ALL}
recall_result       | approved                             | specialist approver head  |             | {ALL}
give_back           | issued                               | reception head            |             | {ALL}
collect             | issued                               | owner guest               |             | {ALL}
reopen              | issued returned                      | approver head             |             | {ALL}
assign              | handling                             | specialist approver head  |             | withdrawal
stop                | received handling approving approved | approver head             |             | withdrawal
stop                | submitted                            | reception head            | supplement  | withdrawal
stop                | submitted                            | reception head            | money       | withdrawal
ask_supplement      | submitted received                   | reception head            |             | supplement withdrawal suspension
ask_supplement      | handling                             | specialist head           |             | supplement withdrawal suspension
answer_supplement   | submitted received handling          | owner guest helper        | supplement  |
expire              | submitted received handling          | system                    | supplement  | withdrawal suspension
want_other_paper    | submitted received                   | reception head            |             | other_paper withdrawal suspension
want_other_paper    | handling                             | specialist head           |             | other_paper withdrawal suspension
approve_other_paper | submitted received handling          | head                      | other_paper | supplement withdrawal suspension
decline_other_paper | submitted received handling          | head                      | other_paper |
ask_withdrawal      | submitted received handling approving approved | owner guest     |             | withdrawal
accept_withdrawal   | submitted received                   | reception head            | withdrawal  |
accept_withdrawal   | handling                             | specialist head           | withdrawal  |
accept_withdrawal   | approving approved                   | approver head             | withdrawal  |
decline_withdrawal  | submitted received                   | reception head            | withdrawal  |
decline_withdrawal  | handling                             | specialist head           | withdrawal  |
decline_withdrawal  | approving approved                   | approver head             | withdrawal  |
ask_payment         | handling                             | specialist head           |             | money supplement withdrawal suspension
ask_payment         | approving                            | approver head             |             | money supplement withdrawal suspension
confirm_payment     | handling approving                   | reception specialist head | money       |
cancel_payment      | handling                             | specialist head           | money       |
cancel_payment      | approving                            | approver head             | money       |
note_refund         | handling approving approved issued returned stopped | reception specialist head | | money withdrawal
suspend             | received handling approving approved | approver head             |             | suspension withdrawal
resume              | received handling approving approved | approver head             | suspension  |
sign_apology        | received handling approving approved | head                      |             | supplement money suspension withdrawal
dismiss_apology     | received handling approving approved | head                      |             | supplement money suspension withdrawal
"""  # noqa: E501 - one line says one rule

LINES = [[cell.strip().split() for cell in line.split("|")] for line in STATED.strip().splitlines()]
ALL_HOLDS = [
    frozenset(some)
    for some in chain.from_iterable(combinations(HoldKind, count) for count in range(len(HoldKind) + 1))
]
EVERY_ROLE = frozenset(["reception", "specialist", "approver", "head"])


def _officer(name: str, unit: str, *roles: str) -> Actor:
    return Actor("officer", name, unit, frozenset(roles))


WHO = {
    "owner": Actor("citizen", "an"),
    "guest": Actor("guest", "g"),
    "guest without the secret": Actor("guest", "other"),
    "helper": Actor("citizen", "helper"),
    "stranger": Actor("citizen", "stranger"),
    "system": Actor("system", "system"),
    "reception": _officer("binh", HERE, "reception"),
    "specialist": _officer("bich", HERE, "specialist"),
    "approver": _officer("ba", HERE, "approver"),
    "head": _officer("bao", HERE, "head"),
    "admin": _officer("tho", HERE, "admin"),
    "elsewhere": _officer("chi", ELSEWHERE, *EVERY_ROLE),
    "oversight": _officer("dung", "VPUBND", "oversight"),
    "oversight here": _officer("w", HERE, "oversight"),
}


def _stated(stage: Stage, act: Act, holds: frozenset[HoldKind], who: str) -> bool:
    """Decide by the lines alone: one of them has to say so."""
    return any(
        name == act and stage in stages and who in may and holds.issuperset(must) and holds.isdisjoint(never)
        for [name], stages, may, must, never in LINES
    )


def _standing(stage: Stage, holds: frozenset[HoldKind], **more: object) -> Standing:
    known = {"helper_id": "helper", "signers": frozenset({"head"}), "unpaid": True, **more}
    return Standing(stage, holds, HERE, "an", **known)


def _may(who: str, act: Act, standing: Standing) -> bool:
    return may_do(WHO[who], act, standing, holds_secret=who == "guest")


TO_SIGN = ("sign_result", "finish_signing", "recall_result")
"""What is done about a result that stands before its signer, and only then."""
NOT_MEANWHILE = ("prepare_result", "issue", "send_back")
"""What has to wait until that result was signed or taken back."""


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("who", WHO)
def test_each_act_is_for_whom_and_when_the_rules_say_and_for_nobody_else(act, who):
    """All (stage x set of holds x act x person)."""
    wrong = [
        (stage, sorted(holds))
        for stage in Stage
        for holds in ALL_HOLDS
        if _may(who, act, _standing(stage, holds, to_sign=act in TO_SIGN)) != _stated(stage, act, holds, who)
    ]
    assert wrong == []


def test_the_statement_speaks_of_every_row_of_the_table_and_of_no_other():
    stated = {(Stage(stage), Act(name)) for [name], stages, *_ in LINES for stage in stages}
    assert stated == set(TABLE)


@pytest.mark.parametrize("act", [*TO_SIGN, *NOT_MEANWHILE])
def test_a_result_before_its_signer_is_signed_or_taken_back_and_nothing_else_is_done_about_it(act):
    for stage in Stage:
        for holds in ALL_HOLDS:
            standing = _standing(stage, holds, to_sign=act in NOT_MEANWHILE)
            assert not any(_may(who, Act(act), standing) for who in WHO)


def test_money_is_owed_back_only_where_it_was_asked_for_and_its_demand_ended_without_it():
    for stage in Stage:
        for holds in ALL_HOLDS:
            paid = _standing(stage, holds, unpaid=False)
            assert not any(_may(who, Act.NOTE_REFUND, paid) for who in WHO)


@pytest.mark.parametrize("stage", Stage)
def test_what_a_dossier_waits_for_is_told_in_the_order_of_precedence(stage):
    ended = stage in ("refused", "stopped", "issued", "returned")
    shown = {"withdrawal": 7, "money": 6, "supplement": 5, "suspension": 8}
    for holds in ALL_HOLDS:
        found = [number for kind, number in shown.items() if kind in holds and not ended]
        assert waiting_of(stage, holds) == (found[0] if found else 0)
        assert status_of(stage, holds) == (
            found[0] if found and found[0] != 8 else status_of(stage, frozenset())
        )

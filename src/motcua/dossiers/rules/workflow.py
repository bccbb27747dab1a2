"""The process as a table: (stage, act) -> stage, who may, what must be there, and what the clock does.

The ten national statuses are exchanged with the National Portal; our finer stages map onto them, and open holds
come before the stage: the status of a dossier is a function of its stage and its open holds, stored nowhere else.
Source of the transitions: the status list of the National Portal (no official matrix is published).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from motcua.dossiers.rules.holds import HOLDS, HoldKind, foremost
from motcua.kernel.words import mark


class Stage(StrEnum):
    """Where a dossier is."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    HANDLING = "handling"
    APPROVING = "approving"
    APPROVED = "approved"
    ISSUED = "issued"
    RETURNED = "returned"
    REFUSED = "refused"
    STOPPED = "stopped"


class Act(StrEnum):
    """What can be done to a dossier."""

    RECEIVE = "receive"
    REFUSE = "refuse"
    ASK_SUPPLEMENT = "ask_supplement"
    ANSWER_SUPPLEMENT = "answer_supplement"
    WANT_OTHER_PAPER = "want_other_paper"
    APPROVE_OTHER_PAPER = "approve_other_paper"
    DECLINE_OTHER_PAPER = "decline_other_paper"
    EXPIRE = "expire"
    TRANSFER = "transfer"
    ASSIGN = "assign"
    PROPOSE = "propose"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    ISSUE = "issue"
    GIVE_BACK = "give_back"
    COLLECT = "collect"
    REOPEN = "reopen"
    STOP = "stop"
    ASK_WITHDRAWAL = "ask_withdrawal"
    ACCEPT_WITHDRAWAL = "accept_withdrawal"
    DECLINE_WITHDRAWAL = "decline_withdrawal"
    ASK_PAYMENT = "ask_payment"
    CONFIRM_PAYMENT = "confirm_payment"
    CANCEL_PAYMENT = "cancel_payment"
    NOTE_REFUND = "note_refund"
    SUSPEND = "suspend"
    RESUME = "resume"
    ASK_OPINION = "ask_opinion"
    RECALL_OPINION = "recall_opinion"
    PREPARE_RESULT = "prepare_result"
    SIGN_RESULT = "sign_result"
    FINISH_SIGNING = "finish_signing"
    RECALL_RESULT = "recall_result"
    SIGN_APOLOGY = "sign_apology"
    DISMISS_APOLOGY = "dismiss_apology"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table. `needs` names what must be given; `holds` is what the act places or lifts."""

    to: Stage
    roles: frozenset[str]
    needs: frozenset[str] = frozenset()
    places: HoldKind | None = None
    lifts: HoldKind | None = None
    clock: str = ""


def _move(to: Stage, roles: str, **more: object) -> Move:
    needs = frozenset(str(more.pop("needs", "")).split())
    return Move(to, frozenset(roles.split()), needs, **more)  # type: ignore[arg-type]


S, A, H = Stage, Act, HoldKind

TABLE: dict[tuple[Stage, Act], Move] = {
    (S.SUBMITTED, A.RECEIVE): _move(S.RECEIVED, "reception head", clock="starts"),
    (S.SUBMITTED, A.REFUSE): _move(S.REFUSED, "reception head", needs="reason", clock="ends"),
    (S.SUBMITTED, A.ASK_SUPPLEMENT): _move(S.SUBMITTED, "reception head", needs="items", places=H.SUPPLEMENT),
    (S.SUBMITTED, A.ANSWER_SUPPLEMENT): _move(S.SUBMITTED, "owner", lifts=H.SUPPLEMENT),
    (S.SUBMITTED, A.STOP): _move(S.STOPPED, "reception head", needs="reason", clock="ends"),
    (S.SUBMITTED, A.ASK_WITHDRAWAL): _move(S.SUBMITTED, "owner", places=H.WITHDRAWAL),
    (S.RECEIVED, A.TRANSFER): _move(S.HANDLING, "reception head"),
    (S.RECEIVED, A.ASK_SUPPLEMENT): _move(S.RECEIVED, "reception head", needs="items", places=H.SUPPLEMENT),
    (S.RECEIVED, A.ANSWER_SUPPLEMENT): _move(S.RECEIVED, "owner", lifts=H.SUPPLEMENT),
    (S.RECEIVED, A.ASK_WITHDRAWAL): _move(S.RECEIVED, "owner", places=H.WITHDRAWAL),
    (S.RECEIVED, A.STOP): _move(S.STOPPED, "approver head", needs="reason", clock="ends"),
    (S.HANDLING, A.ASSIGN): _move(S.HANDLING, "specialist approver head"),
    (S.HANDLING, A.ASK_SUPPLEMENT): _move(S.HANDLING, "specialist head", needs="items", places=H.SUPPLEMENT),
    (S.HANDLING, A.ANSWER_SUPPLEMENT): _move(S.HANDLING, "owner", lifts=H.SUPPLEMENT),
    (S.HANDLING, A.ASK_WITHDRAWAL): _move(S.HANDLING, "owner", places=H.WITHDRAWAL),
    (S.HANDLING, A.PROPOSE): _move(S.APPROVING, "specialist head"),
    (S.HANDLING, A.STOP): _move(S.STOPPED, "approver head", needs="reason", clock="ends"),
    (S.APPROVING, A.APPROVE): _move(S.APPROVED, "approver head"),
    (S.APPROVING, A.SEND_BACK): _move(S.HANDLING, "approver head", needs="reason"),
    (S.APPROVING, A.ASK_WITHDRAWAL): _move(S.APPROVING, "owner", places=H.WITHDRAWAL),
    (S.APPROVING, A.STOP): _move(S.STOPPED, "approver head", needs="reason", clock="ends"),
    (S.APPROVED, A.SEND_BACK): _move(S.HANDLING, "approver head", needs="reason"),
    (S.APPROVED, A.ASK_WITHDRAWAL): _move(S.APPROVED, "owner", places=H.WITHDRAWAL),
    (S.APPROVED, A.STOP): _move(S.STOPPED, "approver head", needs="reason", clock="ends"),
    (S.APPROVED, A.ISSUE): _move(S.ISSUED, "specialist approver head", needs="result", clock="ends"),
    **{
        (stage, act): _move(stage, roles, needs=needs)
        for stage, roles in [(S.HANDLING, "specialist head"), (S.APPROVING, "approver head")]
        for act, needs in [(A.ASK_OPINION, "agency question days"), (A.RECALL_OPINION, "open-question")]
    },
    (S.APPROVED, A.PREPARE_RESULT): _move(S.APPROVED, "specialist approver head", needs="result number"),
    (S.APPROVED, A.SIGN_RESULT): _move(S.APPROVED, "approver head", needs="unsigned-result"),
    (S.APPROVED, A.FINISH_SIGNING): _move(S.ISSUED, "system", needs="signed-result", clock="ends"),
    (S.APPROVED, A.RECALL_RESULT): _move(S.APPROVED, "specialist approver head", needs="unsigned-result"),
    (S.ISSUED, A.GIVE_BACK): _move(S.RETURNED, "reception head"),
    (S.ISSUED, A.COLLECT): _move(S.RETURNED, "owner"),
    (S.ISSUED, A.REOPEN): _move(S.HANDLING, "approver head", needs="reason", clock="goes on"),
    (S.RETURNED, A.REOPEN): _move(S.HANDLING, "approver head", needs="reason", clock="goes on"),
    **{
        (stage, A.WANT_OTHER_PAPER): _move(stage, roles, needs="law reason", places=H.OTHER_PAPER)
        for stage, roles in [
            (S.SUBMITTED, "reception head"),
            (S.RECEIVED, "reception head"),
            (S.HANDLING, "specialist head"),
        ]
    },
    **{
        (stage, A.APPROVE_OTHER_PAPER): _move(stage, "head", places=H.SUPPLEMENT, lifts=H.OTHER_PAPER)
        for stage in (S.SUBMITTED, S.RECEIVED, S.HANDLING)
    },
    **{
        (stage, A.DECLINE_OTHER_PAPER): _move(stage, "head", needs="reason", lifts=H.OTHER_PAPER)
        for stage in (S.SUBMITTED, S.RECEIVED, S.HANDLING)
    },
    **{
        (stage, A.EXPIRE): _move(S.STOPPED, "system", lifts=H.SUPPLEMENT, clock="ends")
        for stage in (S.SUBMITTED, S.RECEIVED, S.HANDLING)
    },
    **{
        (stage, A.ACCEPT_WITHDRAWAL): _move(S.STOPPED, roles, lifts=H.WITHDRAWAL, clock="ends")
        for stage, roles in [
            (S.SUBMITTED, "reception head"),
            (S.RECEIVED, "reception head"),
            (S.HANDLING, "specialist head"),
            (S.APPROVING, "approver head"),
            (S.APPROVED, "approver head"),
        ]
    },
    **{
        (stage, A.DECLINE_WITHDRAWAL): _move(stage, roles, needs="reason", lifts=H.WITHDRAWAL)
        for stage, roles in [
            (S.SUBMITTED, "reception head"),
            (S.RECEIVED, "reception head"),
            (S.HANDLING, "specialist head"),
            (S.APPROVING, "approver head"),
            (S.APPROVED, "approver head"),
        ]
    },
    **{
        (stage, act): _move(stage, roles, **more)
        for stage, asks in [(S.HANDLING, "specialist head"), (S.APPROVING, "approver head")]
        for act, roles, more in [
            (A.ASK_PAYMENT, asks, {"needs": "amount purpose law last-day", "places": H.MONEY}),
            (
                A.CONFIRM_PAYMENT,
                "reception specialist head",
                {"needs": "receipt day payer", "lifts": H.MONEY},
            ),
            (A.CANCEL_PAYMENT, asks, {"needs": "reason", "lifts": H.MONEY}),
        ]
    },
    **{
        (stage, A.NOTE_REFUND): _move(
            stage, "reception specialist head", needs="unpaid-demand receipt day payer"
        )
        for stage in (S.HANDLING, S.APPROVING, S.APPROVED, S.ISSUED, S.RETURNED, S.STOPPED)
    },
    **{
        (stage, A.SUSPEND): _move(
            stage, "approver head", needs="reason decision day decided-by", places=H.SUSPENSION
        )
        for stage in (S.RECEIVED, S.HANDLING, S.APPROVING, S.APPROVED)
    },
    **{
        (stage, A.RESUME): _move(stage, "approver head", needs="reason-or-decision", lifts=H.SUSPENSION)
        for stage in (S.RECEIVED, S.HANDLING, S.APPROVING, S.APPROVED)
    },
    **{
        (stage, A.SIGN_APOLOGY): _move(stage, "approver head", needs="draft reason day", clock="is put off")
        for stage in (S.RECEIVED, S.HANDLING, S.APPROVING, S.APPROVED)
    },
    **{
        (stage, A.DISMISS_APOLOGY): _move(stage, "approver head", needs="draft")
        for stage in (S.RECEIVED, S.HANDLING, S.APPROVING, S.APPROVED)
    },
}

PAPERS: dict[Act, str] = {
    A.RECEIVE: "receipt",
    A.REFUSE: "refusal",
    A.ASK_SUPPLEMENT: "supplement",
    A.APPROVE_OTHER_PAPER: "supplement",
    A.STOP: "stop",
    A.EXPIRE: "stop",
    A.SIGN_APOLOGY: "apology",
}
"""The paper of the circular that an act produces, by the stable key of the form; the slip that follows the dossier
(`control_slip`) and the register are made from all acts."""

TOGETHER = (A.TRANSFER, A.ASSIGN, A.PROPOSE, A.APPROVE)
"""What one decision may do to many dossiers: it says nothing to an owner in words, and gives no result out.

To receive is to have looked at each dossier's papers; to ask, refuse and stop needs a reason of its own.
"""

CANNOT_MAKE_IT = frozenset({S.RECEIVED, S.HANDLING})
"""Stages in which a dossier, on the day before its limit, will not be ready: nobody has proposed a decision yet."""

APOLOGIES = frozenset({A.SIGN_APOLOGY, A.DISMISS_APOLOGY})
"""What is decided about a draft of an apology, by those whom the row of the day lets sign."""

SIGNING = frozenset({A.SIGN_RESULT, A.FINISH_SIGNING, A.RECALL_RESULT})
"""What is done about a result that was put before its signer."""

BEFORE_SIGNING = frozenset({A.PREPARE_RESULT, A.ISSUE, A.SEND_BACK})
"""What is not done while a result waits for its signature: it is taken back first."""

STATUS: dict[Stage, int] = {
    S.SUBMITTED: 1,
    S.RECEIVED: 2,
    S.HANDLING: 4,
    S.APPROVING: 4,
    S.APPROVED: 4,
    S.ISSUED: 9,
    S.RETURNED: 10,
    S.REFUSED: 3,
    S.STOPPED: 8,
}
"""Our stages mapped onto the national list."""

STATUS_NAMES: dict[int, str] = {
    1: mark("Mới đăng ký"),
    2: mark("Được tiếp nhận"),
    3: mark("Không được tiếp nhận"),
    4: mark("Đang xử lý"),
    5: mark("Yêu cầu bổ sung giấy tờ"),
    6: mark("Yêu cầu thực hiện nghĩa vụ tài chính"),
    7: mark("Công dân yêu cầu rút hồ sơ"),
    8: mark("Dừng xử lý"),
    9: mark("Đã xử lý xong"),
    10: mark("Đã trả kết quả"),
}

ENDED = frozenset({S.REFUSED, S.STOPPED, S.ISSUED, S.RETURNED})
"""Stages in which the agency's limit no longer runs."""

CLOSED = frozenset({S.REFUSED, S.STOPPED, S.RETURNED})
"""Stages that nothing leads out of but an error in a returned result; money that came too late is still noted."""

DEMANDS = frozenset({A.ASK_SUPPLEMENT, A.WANT_OTHER_PAPER, A.APPROVE_OTHER_PAPER, A.ASK_PAYMENT})
"""What asks something of the owner: not done while a decision holds the dossier up."""

PATIENT = frozenset({A.ASSIGN, A.STOP, A.NOTE_REFUND, A.ASK_OPINION, A.RECALL_OPINION})
"""What is done while something is waited for, though it lifts and places nothing; a wish to withdraw comes first."""

SUSPENDED = 8
"""How a dossier that a decision holds up is filed among those that wait: it keeps its national status."""

AT_WORK: dict[Stage, frozenset[str]] = {
    S.SUBMITTED: frozenset({"reception"}),
    S.RECEIVED: frozenset({"reception"}),
    S.HANDLING: frozenset({"specialist"}),
    S.APPROVING: frozenset({"approver"}),
    S.APPROVED: frozenset({"specialist"}),
    S.ISSUED: frozenset({"reception"}),
}
"""Whose turn it is in each open stage."""


def status_of(stage: Stage, open_holds: Iterable[HoldKind]) -> int:
    """Give the national status (1-10) of a stage with these holds open. An ended stage shows through holds."""
    top = foremost(frozenset(open_holds))
    held = HOLDS[top].status if top else None
    return held if held and stage not in ENDED else STATUS[stage]


def waiting_of(stage: Stage, open_holds: frozenset[HoldKind]) -> int:
    """Give the status that says what a dossier waits for, `SUSPENDED` for the end of a suspension; 0 for nothing."""
    status = status_of(stage, open_holds)
    if status in (5, 6, 7):
        return status
    return SUSPENDED if HoldKind.SUSPENSION in open_holds and stage not in ENDED else 0


def acts_from(stage: Stage, open_holds: frozenset[HoldKind]) -> list[Act]:
    """List the acts that the table allows here, whoever asks."""
    return [act for (at, act) in TABLE if at == stage and allowed(stage, act, open_holds)]


def allowed(stage: Stage, act: Act, open_holds: frozenset[HoldKind]) -> bool:
    """Tell whether an act is possible: it is in the table and the open holds do not stand in its way.

    What a hold waits for comes first: a dossier waiting for papers or money is not moved on, a request to
    withdraw is answered before anything else, and no hold is placed twice.
    """
    move = TABLE.get((stage, act))
    if move is None or _barred(act, open_holds):
        return False
    if move.lifts:
        return move.lifts in open_holds and move.places not in open_holds
    if move.places:
        return move.places not in open_holds and (
            act is Act.ASK_WITHDRAWAL or HoldKind.WITHDRAWAL not in open_holds
        )
    if (
        act is Act.STOP and stage is Stage.SUBMITTED
    ):  # before reception it is refused, unless it waits in vain
        return status_of(stage, open_holds) in (5, 6)
    if act in PATIENT:
        return HoldKind.WITHDRAWAL not in open_holds
    if act in APOLOGIES:  # there is nothing to apologise for while the dossier waits for somebody else
        return HoldKind.WITHDRAWAL not in open_holds and not any(HOLDS[kind].pauses for kind in open_holds)
    return not open_holds


def _barred(act: Act, open_holds: frozenset[HoldKind]) -> bool:
    """Tell whether another hold than the act's own stands in its way.

    While a decision holds the dossier up nothing is asked of its owner and no term of the owner's runs out. Money is
    asked for once the papers are there (no status leads from 5 to 6), papers also while money is waited for. Money
    that came while its demand is open is confirmed, not noted as owed back.
    """
    if (act in DEMANDS or act is Act.EXPIRE) and HoldKind.SUSPENSION in open_holds:
        return True
    if act in (Act.EXPIRE, Act.APPROVE_OTHER_PAPER):
        return HoldKind.WITHDRAWAL in open_holds
    if act is Act.ASK_PAYMENT:
        return HoldKind.SUPPLEMENT in open_holds
    return act is Act.NOTE_REFUND and HoldKind.MONEY in open_holds

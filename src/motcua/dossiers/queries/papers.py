"""Which legal papers a dossier has by now, and each of them as the values of its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from motcua.accounts.models import Party
from motcua.accounts.queries import officer_names, party_contact
from motcua.directory.queries import agency_known, paper_form, receiving_places, unit
from motcua.dossiers.models import ApologyDraft, Dossier, Hold, Remark
from motcua.dossiers.queries.receipts import receipt_values, receiver_of
from motcua.dossiers.queries.timeline import Moment, timeline
from motcua.dossiers.queries.viewing import View
from motcua.dossiers.rules import papers as rules
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.papers import Case, Leg, Person, Wanted
from motcua.kernel.references import phone_printed
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE, verdict

COMMITTEES = ("provincial_committee", "district_committee", "commune_committee")
RECEIPTS = ("receipt", "receipt_a5")
LETTERS = ("refusal", "stop", "apology")
OPINIONS = ("dossiers.OpinionAsked", "dossiers.OpinionGiven")
OUTCOMES = {"early": "Trước hạn", "on_time": "Đúng hạn", "late": "Quá hạn"}
NAMES = {
    "receipt": mark("Giấy tiếp nhận và hẹn trả, khổ A4"),
    "receipt_a5": mark("Giấy tiếp nhận và hẹn trả, khổ A5"),
    "supplement": mark("Phiếu yêu cầu bổ sung"),
    "refusal": mark("Phiếu từ chối tiếp nhận"),
    "stop": mark("Thông báo dừng giải quyết"),
    "apology": mark("Thư xin lỗi và hẹn lại ngày trả"),
    "control_slip": mark("Phiếu kiểm soát"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One legal paper that can be printed: its kind, which of several (0 for the only one), and its name."""

    key: str
    ordinal: int
    label: str


TO_THE_OWNER = ("receipt", "supplement", "refusal", "stop", "apology")


def papers_to_owner(view: View) -> list[Paper]:
    """List the papers that are addressed to the owner; the slip of control stays in the office."""
    return [one for one in papers_of(view) if one.key in TO_THE_OWNER]


def form_of_paper(key: str) -> str:
    """Name the form by which a paper is set."""
    if key in RECEIPTS:
        return "receipt"
    return "letter" if key in LETTERS else key


def papers_of(view: View) -> list[Paper]:
    """List the papers a dossier has by now, in the order in which they arose."""
    asked = [Paper("supplement", place, NAMES["supplement"]) for place, _ in enumerate(_asked(view), start=1)]
    told = [Paper(key, 0, NAMES[key]) for key in ("refusal", "stop") if _remark(view, key)]
    sorry = [Paper("apology", place, NAMES["apology"]) for place, _ in enumerate(view.apologies, start=1)]
    received = view.dossier.received_at is not None
    first = [Paper(key, 0, NAMES[key]) for key in RECEIPTS] if received else []
    slip = [Paper("control_slip", 0, NAMES["control_slip"])] if received else []
    return first + asked + sorry + told + slip


def paper_values(view: View, key: str, ordinal: int) -> Mapping[str, Any] | None:
    """Give the values of a paper's form; None when the dossier has no such paper."""
    compose = _COMPOSED.get(key)
    return compose(view, ordinal) if compose else None


def _receipt(view: View, ordinal: int, *, small: bool = False) -> Mapping[str, Any] | None:
    received = view.dossier.received_at
    if received is None or ordinal:
        return None
    receiver = _name(receiver_of(view))
    return receipt_values(view, _case(view, "receipt", received), small=small, receiver=receiver)


def _supplement(view: View, ordinal: int) -> Mapping[str, Any] | None:
    asked = _asked(view)
    if not 1 <= ordinal <= len(asked):
        return None
    hold = asked[ordinal - 1]
    return rules.supplement(
        _case(view, "supplement", hold.placed_at),
        [Wanted(one.title, one.reason) for one in hold.items.all()],
        note=hold.text,
        answer_by=hold.answer_by,
        officer=_name(hold.placed_by),
        reach="",
        ordinal=ordinal,
    )


def _refusal(view: View, ordinal: int) -> Mapping[str, Any] | None:
    remark = _remark(view, "refusal")
    if remark is None or ordinal:
        return None
    case = _case(view, "refusal", remark.at)
    return rules.refusal(case, reason=remark.text, filed=view.dossier.submitted_at, officer=_name(remark.by))


def _stop(view: View, ordinal: int) -> Mapping[str, Any] | None:
    remark = _remark(view, "stop")
    if remark is None or ordinal:
        return None
    return rules.stop(
        _case(view, "stop", remark.at),
        reason=remark.text,
        received=view.dossier.received_at,
        stopped=remark.at,
        committee=_decides(view.dossier, remark.at).kind in COMMITTEES,
    )


def drafted_sentences(view: View, draft: ApologyDraft) -> list[str]:
    """Give the text of an apology before its reason and new day are known, as its signer reads it."""
    case = _case(view, "apology", draft.drafted_at)
    letter = _letter(view, number="", promised=draft.due_at, desk=case.desk)
    return list(rules.apology(case, letter, committee=False)["sentences"])


def _apology(view: View, ordinal: int) -> Mapping[str, Any] | None:
    if not 1 <= ordinal <= len(view.apologies):
        return None
    sent = view.apologies[ordinal - 1]
    case = _case(view, "apology", sent.sent_at)
    letter = replace(
        _letter(view, number=sent.number, promised=sent.due_at, desk=case.desk),
        reason=next(one.text for one in view.remarks if one.id == sent.remark_id),
        new_due=sent.new_due_at,
        signer=_name(sent.signed_by),
        deputy=sent.signed_as != "head",
    )
    return rules.apology(case, letter, committee=_decides(view.dossier, sent.sent_at).kind in COMMITTEES)


def _letter(view: View, *, number: str, promised: datetime, desk: str) -> rules.Apology:
    return rules.Apology(
        number=number,
        received=view.dossier.received_at or view.dossier.submitted_at,
        promised=promised,
        reason="",
        new_due=None,
        place=desk,
        signer="",
        deputy=False,
    )


def _control_slip(view: View, ordinal: int) -> Mapping[str, Any] | None:
    received = view.dossier.received_at
    if received is None or ordinal:
        return None
    case = _case(view, "control_slip", received)
    return rules.control_slip(
        case,
        _legs(view, case),
        due_at=view.dossier.promised_at,
        new_due_at=view.dossier.due_at if view.dossier.extra_days else None,
    )


_COMPOSED: Mapping[str, Callable[[View, int], Mapping[str, Any] | None]] = {
    "receipt": _receipt,
    "receipt_a5": partial(_receipt, small=True),
    "supplement": _supplement,
    "refusal": _refusal,
    "stop": _stop,
    "apology": _apology,
    "control_slip": _control_slip,
}


def _case(view: View, key: str, made: datetime) -> Case:
    on, dossier = made.astimezone(ZONE).date(), view.dossier
    decides = _decides(dossier, made)
    above = agency_known(decides.parent_id, on) if decides.parent_id else None
    desks = receiving_places(on, decides.id)
    stands = unit(decides.unit_code, on)
    form = paper_form(key, on)
    owner = _person(view.owner)
    return Case(
        code=view.code,
        matter=dossier.matter,
        owner=owner,
        submitter=_person(view.submitter) if view.submitter else owner,
        agency=decides.name,
        superior=above.name if above and decides.kind not in COMMITTEES else "",
        desk=desks[0].name if desks else decides.name,
        place=stands.name if stands else "Nghệ An",
        title=form.title if form else NAMES[key],
        symbol=form.symbol if form else "",
        form=form.number if form else "",
        made_on=on,
    )


def _decides(dossier: Dossier, at: datetime) -> Any:
    found = agency_known(dossier.agency_id, at.astimezone(ZONE).date())
    if found is None:
        raise LookupError(f"agency {dossier.agency_id} is unknown")
    return found


def _person(party: Party) -> Person:
    phone, mail = party_contact(party, "sms"), party_contact(party, "mail")
    return Person(
        name=party.name,
        address=party.address,
        phone=phone_printed(phone.address) if phone else "",
        email=mail.address if mail else "",
        number=party.number_masked,
    )


def _asked(view: View) -> list[Hold]:
    return [hold for hold in view.holds if hold.kind == HoldKind.SUPPLEMENT]


def _remark(view: View, kind: str) -> Remark | None:
    return next((one for one in reversed(view.remarks) if one.kind == kind), None)


def _name(officer_id: str) -> str:
    return officer_names({officer_id}).get(officer_id, "")


def _legs(view: View, case: Case) -> list[Leg]:
    """Read the hand-overs from the dossier's facts: who gave it on, and to whom."""
    moments = timeline(view.dossier.id, audience="officer")
    names = officer_names({one.actor_id for one in moments if one.actor_kind == "officer"})
    unit_, desk = f"Bộ phận chuyên môn, {case.agency}", case.desk
    sides: dict[str, tuple[str, str]] = {
        "dossiers.DossierReceived": (case.submitter.name, desk),
        "dossiers.DossierTakenIn": (case.submitter.name, desk),
        "dossiers.DossierTransferred": (desk, unit_),
        "dossiers.DossierApproved": (f"Lãnh đạo {case.agency}", unit_),
        "dossiers.DossierSentBack": (f"Lãnh đạo {case.agency}", unit_),
        "dossiers.ResultIssued": (unit_, desk),
        "dossiers.ResultReturned": (desk, case.owner.name),
    }
    found = []
    for one in moments:
        sides_ = sides.get(one.name)
        if one.name == "dossiers.DossierTransferred" and one.facts.get("stage") == "approving":
            sides_ = (unit_, f"Lãnh đạo {case.agency}")
        if one.name in OPINIONS:
            sides_ = _opinion_sides(one, unit_)
        if sides_:
            found.append(_leg(one, sides_, names, view.dossier))
    return found


def _opinion_sides(one: Moment, unit_: str) -> tuple[str, str]:
    """Name who asked and who was asked; an answer goes the other way."""
    place = agency_known(str(one.facts.get("asked", "")), _day(one.at))
    other = place.name if place else str(one.facts.get("asked", ""))
    return (unit_, other) if one.name == "dossiers.OpinionAsked" else (other, unit_)


def _leg(one: Moment, sides: tuple[str, str], names: Mapping[str, str], dossier: Dossier) -> Leg:
    kept: str = ""
    if one.name == "dossiers.ResultIssued":
        kept = verdict(dossier.first_promise, one.at, _day(one.at))
    elif one.name == "dossiers.OpinionGiven":
        kept = "on_time" if one.facts.get("on_time") else "late"
    acted = names.get(one.actor_id, "")
    return Leg(*sides, one.at, OUTCOMES.get(kept, ""), f"Người thực hiện: {acted}" if acted else "")


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()

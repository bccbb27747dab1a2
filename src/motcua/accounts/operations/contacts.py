"""What an agency tells about its receiving places and officers: contact, who is on duty, who stands in."""

from datetime import datetime
from uuid import UUID

from motcua.accounts.errors import Incomplete, NotFound
from motcua.accounts.events import DutyNamed, WorkContactTold
from motcua.accounts.models import Duty, Officer, WorkContact
from motcua.accounts.queries import works_at
from motcua.accounts.rules.telling import Telling
from motcua.directory.operations.contacts import kept_place, tell_contact
from motcua.directory.queries import PlaceFacts
from motcua.directory.rules.contacts import keeps_contacts, mail_from, phone_from
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act

NOT_THERE = mark("Người này không có nhiệm vụ tại nơi tiếp nhận hôm nay.")
SAME = mark("Người thay phải khác người trực.")


def tell_place(*, place_id: str, telling: Telling, by: Actor, at: datetime) -> None:
    """Keep contact and duty of a place, both or none.

    Raises the directory's NotFound, Incomplete and Changed, and Incomplete for people who do not work there.
    """
    place = kept_place(place_id=place_id, by=by, at=at)
    with act(by=by, at=at):
        tell_contact(
            place_id=place_id,
            told=telling.told,
            seen=telling.seen,
            source=telling.source,
            by=by,
            at=at,
        )
        _name_duty(place, telling, by, at)


def tell_work_contact(
    *, account_id: UUID, agency_id: str, typed: tuple[str, str], source: str, by: Actor, at: datetime
) -> None:
    """Keep phone and mail (`typed`) at which an officer of the agency is reached. Raises NotFound, Incomplete."""
    if not (keeps_contacts(by, agency_id) or by.id == str(account_id)):
        raise NotFound
    phone, email = _read(typed)
    with act(by=by, at=at) as deed:
        officer = Officer.objects.select_for_update().filter(account_id=account_id).first()
        if officer is None or not works_at(account_id, [agency_id], at.astimezone(ZONE).date()):
            raise NotFound
        if (officer.work_phone, officer.work_email) == (phone, email):
            return
        officer.work_phone, officer.work_email = phone, email
        officer.save(update_fields=["work_phone", "work_email"])
        WorkContact.objects.create(
            officer=officer, phone=phone, email=email, told_at=at, told_by=by.id, source=source
        )
        deed.record(WorkContactTold(account_id=account_id, agency_id=agency_id))


def _name_duty(place: PlaceFacts, telling: Telling, by: Actor, at: datetime) -> None:
    pair, on = (telling.on_duty, telling.stand_in), at.astimezone(ZONE).date()
    newest = Duty.objects.filter(place_id=place.id).order_by("-number").first()
    if pair == ((newest.on_duty_id, newest.stand_in_id) if newest else (None, None)):
        return
    problems = [
        (field, NOT_THERE)
        for field, who in zip(("on_duty", "stand_in"), pair, strict=True)
        if who is not None and not works_at(who, place.agency_ids, on)
    ]
    if pair[0] is not None and pair[0] == pair[1]:
        problems.append(("stand_in", SAME))
    if problems:
        raise Incomplete(problems)
    with act(by=by, at=at) as deed:
        Duty.objects.create(
            place_id=place.id,
            number=(newest.number if newest else 0) + 1,
            on_duty_id=pair[0],
            stand_in_id=pair[1],
            told_at=at,
            told_by=by.id,
            source=telling.source,
        )
        deed.record(DutyNamed(place_id=place.id, agency_id=place.host_id, on_duty=pair[0], stand_in=pair[1]))


def _read(typed: tuple[str, str]) -> tuple[str, str]:
    found, problems = [], []
    for field, read, text in (("work_phone", phone_from, typed[0]), ("work_email", mail_from, typed[1])):
        try:
            found.append(read(text))
        except ValueError as problem:
            problems.append((field, str(problem)))
    if problems:
        raise Incomplete(problems)
    return found[0], found[1]

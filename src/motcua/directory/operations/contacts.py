"""What a receiving place tells about itself: its contact, that it is still right, and the days it is closed."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from motcua.directory.errors import Changed, Incomplete, NotFound
from motcua.directory.events import PlaceClosed, PlaceClosureWithdrawn, PlaceContactTold
from motcua.directory.models import PlaceClosure, PlaceContact
from motcua.directory.queries.contacts import contact_of
from motcua.directory.queries.facts import PlaceFacts
from motcua.directory.queries.places import receiving_place
from motcua.directory.rules.contacts import NO_PHONE, Told, keeps_contacts, line_from
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act


def tell_contact(
    *, place_id: str, told: Told, seen: int, source: str, by: Actor, at: datetime
) -> PlaceContact:
    """Keep what a place tells about itself. Raises NotFound, Incomplete, and Changed when `seen` holds no more."""
    place = kept_place(place_id=place_id, by=by, at=at)
    if not told.phone:
        raise Incomplete([("phone", NO_PHONE)])
    row = PlaceContact(
        place_id=place_id,
        number=seen + 1,
        phone=told.phone,
        email=told.email,
        address=told.address,
        weekdays=told.weekdays,
        saturday=told.saturday,
        told_at=at,
        told_by=by.id,
        source=source,
    )
    with act(by=by, at=at) as deed:
        _keep(row)
        deed.record(
            PlaceContactTold(place_id=place_id, agency_id=place.host_id, number=row.number, source=source)
        )
    return row


def confirm_contact(*, place_id: str, seen: int, by: Actor, at: datetime) -> PlaceContact:
    """Say by one tap that the contact is still right. Raises NotFound, Incomplete, Changed."""
    kept_place(place_id=place_id, by=by, at=at)
    known = contact_of(place_id, at)
    if known is None:
        raise NotFound
    if known.number != seen:
        raise Changed
    return tell_contact(place_id=place_id, told=known.told, seen=seen, source="tap", by=by, at=at)


def tell_closure(
    *, place_id: str, first: date | None, last: date | None, reason: str, by: Actor, at: datetime
) -> PlaceClosure:
    """Say that a place is closed between two days, both included. Raises NotFound, Incomplete."""
    place = kept_place(place_id=place_id, by=by, at=at)
    reason, problems = _reason(reason)
    today = at.astimezone(ZONE).date()
    if first is None or first < today:
        problems.append(("first", mark("Ngày đầu sớm nhất là hôm nay.")))
    if last is None or (first is not None and last < first):
        problems.append(("last", mark("Ngày cuối không thể trước ngày đầu.")))
    if first is None or last is None or problems:
        raise Incomplete(problems)
    with act(by=by, at=at) as deed:
        row = PlaceClosure.objects.create(
            id=uuid7(at),
            place_id=place_id,
            first=first,
            last=last,
            reason=reason,
            told_at=at,
            told_by=by.id,
        )
        deed.record(
            PlaceClosed(
                place_id=place_id,
                agency_id=place.host_id,
                closure_id=row.id,
                first=first.isoformat(),
                last=last.isoformat(),
                reason_sha256=hashlib.sha256(reason.encode()).hexdigest(),
            )
        )
    return row


def withdraw_closure(*, place_id: str, closure_id: UUID, by: Actor, at: datetime) -> None:
    """Say that a closure does not take place, or ends now; saying so twice changes nothing. Raises NotFound."""
    place = kept_place(place_id=place_id, by=by, at=at)
    with act(by=by, at=at) as deed:
        row = PlaceClosure.objects.select_for_update().filter(id=closure_id, place_id=place_id).first()
        if row is None:
            raise NotFound
        if row.withdrawn_at is not None:
            return
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        deed.record(PlaceClosureWithdrawn(place_id=place_id, agency_id=place.host_id, closure_id=closure_id))


def kept_place(*, place_id: str, by: Actor, at: datetime) -> PlaceFacts:
    """Give the place whose contact the actor keeps; raises NotFound for any other."""
    place = receiving_place(place_id, at.astimezone(ZONE).date())
    if place is None or not keeps_contacts(by, place.host_id):
        raise NotFound
    return place


def _keep(row: PlaceContact) -> None:
    newest = PlaceContact.objects.filter(place_id=row.place_id).aggregate(last=Max("number"))["last"] or 0
    if newest + 1 != row.number:
        raise Changed
    try:
        with transaction.atomic():  # somebody else may have told the same place between the look and the act
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Changed from error


def _reason(text: str) -> tuple[str, list[tuple[str, str]]]:
    try:
        reason = line_from(text)
    except ValueError as problem:
        return "", [("reason", str(problem))]
    return reason, [] if reason else [("reason", mark("Cần ghi lý do để người dân biết."))]

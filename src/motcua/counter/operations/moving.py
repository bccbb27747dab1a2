"""A reform of units: books of blank receipts, and outages, go where the work of their agency goes."""

from datetime import datetime

from motcua.counter import events
from motcua.counter.models import Book, Outage
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def move_books(*, start: str, to: str, by: Actor, at: datetime) -> int:
    """Move the books of an agency; each takes the next number there and keeps what its cover says."""
    with act(by=by, at=at) as deed:
        rows = list(Book.objects.select_for_update().filter(agency_id=start).order_by("number"))
        if not rows:
            return 0
        # Numbers count up within an agency: whoever makes a book there at this moment waits for the same rows.
        taken = list(Book.objects.select_for_update().filter(agency_id=to).values_list("number", flat=True))
        for number, one in enumerate(rows, start=max(taken, default=0) + 1):
            if one.cover_number is None:
                one.cover_number, one.cover_agency = one.number, start
            one.agency_id, one.number = to, number
            one.save(update_fields=["agency_id", "number", "cover_number", "cover_agency"])
            deed.record(events.BookMoved(agency_id=to, book_id=one.id, number=number, start=start))
    return len(rows)


def move_outages(*, start: str, to: str, by: Actor, at: datetime) -> int:
    """Move the outages of an agency: receipts that were written by hand are still to be entered from them."""
    with act(by=by, at=at) as deed:
        rows = list(Outage.objects.select_for_update().filter(agency_id=start).order_by("began_at"))
        Outage.objects.filter(id__in=[one.id for one in rows]).update(agency_id=to)
        for one in rows:
            deed.record(events.OutageMoved(agency_id=to, outage_id=one.id, start=start))
    return len(rows)

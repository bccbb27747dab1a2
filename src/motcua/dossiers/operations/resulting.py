"""The row by which an issued result is known: its code, and that it is void once it was taken back."""

from datetime import date, datetime

from motcua.directory.queries import code_prefix
from motcua.dossiers.models import Document, Dossier, Result
from motcua.dossiers.rules.results import result_code
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed
from motcua.ledger.numbers import Pending

EVER = date(2000, 1, 1)
"""The day of a series that is never begun anew."""


def give_code(*, document: Document, until: date | None, deed: Deed, by: Actor, at: datetime) -> Pending:
    """Give a result its code, the agency's next; what was taken back before is replaced by it."""
    del by
    dossier = document.dossier
    prefix = code_prefix(dossier.agency_id, at.astimezone(ZONE).date())
    code = deed.number(f"result:{dossier.agency_id}", EVER, lambda ordinal: result_code(prefix, ordinal))
    digest = bytes(document.file.sha256)

    def rows() -> list[Result]:
        return [
            Result(
                document=document,
                dossier=dossier,
                agency_id=dossier.agency_id,
                code=code.text,
                number=document.number,
                digest=digest,
                issued_at=at,
                valid_until=until,
            )
        ]

    dossier.results.filter(replaced_by=None).update(replaced_by_id=document.id)  # checked at commit
    deed.at_last(rows)
    return code


def make_void(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Take the results of a dossier back: from now on they hold no more."""
    del by
    dossier.results.filter(void_at=None).update(void_at=at)

"""A dossier's code and its tracking secret: promised during the act, written with its facts."""

from dataclasses import dataclass
from datetime import date

from motcua.accounts.sealing import index_of, seal_text
from motcua.directory.queries import code_form, code_prefix
from motcua.dossiers.models import Dossier, DossierCode
from motcua.kernel.references import dossier_code_format
from motcua.kernel.seal import new_secret
from motcua.ledger.acts import Deed


@dataclass(frozen=True, slots=True)
class Printed:
    """Code and secret that stand on a receipt already: printed blank, and given out while there was no line."""

    code: str
    secret: str


class PrintedCode:
    """The code a person already holds on paper, and the secret beside it."""

    def __init__(self, deed: Deed, dossier: Dossier, printed: Printed) -> None:
        self.secret, self.pending = printed.secret, printed.code
        deed.at_last(lambda: [_row(dossier, printed.code, printed.secret)])

    @property
    def text(self) -> str:
        """Give the code."""
        return self.pending


class NewCode:
    """The next number of the dossier's agency on a day, and a new secret; the number is known when the act closes."""

    def __init__(self, deed: Deed, dossier: Dossier, day: date) -> None:
        self.dossier, self.secret = dossier, new_secret()
        prefix, form = code_prefix(dossier.agency_id, day), code_form(day)
        self.pending = deed.number(
            f"dossier:{dossier.agency_id}",
            day,
            lambda ordinal: dossier_code_format(prefix, day, ordinal, form),
        )
        deed.at_last(self._rows)

    @property
    def text(self) -> str:
        """Give the code, once the act has closed."""
        return self.pending.text

    def _rows(self) -> list[DossierCode]:
        return [_row(self.dossier, self.pending.text, self.secret)]


def _row(dossier: Dossier, code: str, secret: str) -> DossierCode:
    context = f"secret:{dossier.id}"
    return DossierCode(
        code=code,
        dossier=dossier,
        secret_hash=index_of(secret, context),
        secret_sealed=seal_text(secret, context),
    )

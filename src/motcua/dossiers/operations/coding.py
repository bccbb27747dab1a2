"""A dossier's code and its tracking secret: promised during the act, written with its facts."""

from datetime import date

from motcua.accounts.sealing import index_of, seal_text
from motcua.directory.queries import code_form, code_prefix
from motcua.dossiers.models import Dossier, DossierCode
from motcua.kernel.references import dossier_code_format
from motcua.kernel.seal import new_secret
from motcua.ledger.acts import Deed


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

    def _rows(self) -> list[DossierCode]:
        context = f"secret:{self.dossier.id}"
        return [
            DossierCode(
                code=self.pending.text,
                dossier=self.dossier,
                secret_hash=index_of(self.secret, context),
                secret_sealed=seal_text(self.secret, context),
            )
        ]

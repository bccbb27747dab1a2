"""The tracking secret once more, at the counter, for the owner who lost it."""

from datetime import datetime
from uuid import UUID

from motcua.accounts.models import Party
from motcua.accounts.sealing import index_of, open_text
from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.events import SecretReprinted
from motcua.dossiers.models import Dossier, DossierCode
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.permits import may_reprint
from motcua.kernel.actors import Actor
from motcua.kernel.references import identity_normal
from motcua.kernel.words import mark
from motcua.ledger.acts import act


def reprint_secret(*, dossier_id: UUID, number: str, by: Actor, at: datetime) -> str:
    """Give the secret to be printed for whoever stands there with the identity card of owner or submitter.

    `number` is read from the card that is shown. Who printed it, when and for whom is recorded, and the owner is
    told. Raises NotFound for everybody but reception and head of the agency, Incomplete when the number differs.
    """
    with act(by=by, at=at) as deed:
        rows = Dossier.objects.select_related("owner", "submitter")
        dossier = rows.filter(id=dossier_id).first()
        if dossier is None or not may_reprint(by, standing_of(dossier)):
            raise NotFound
        shown_by = _whose(dossier, number)
        sealed = DossierCode.objects.values_list("secret_sealed", flat=True).get(dossier_id=dossier_id)
        deed.record(SecretReprinted(dossier_id=dossier_id, agency_id=dossier.agency_id, shown_by=shown_by))
    return open_text(sealed, f"secret:{dossier_id}")


def _whose(dossier: Dossier, number: str) -> str:
    """Tell whose card was shown: `owner` or `submitter`."""
    shown = index_of(identity_normal(number), "party.number")
    people = {"owner": dossier.owner, "submitter": dossier.submitter}
    found = next((who for who, party in people.items() if _has_number(party, shown)), None)
    if found is None:
        raise Incomplete(
            [("number", mark("Số này không phải số định danh của chủ hồ sơ hay người nộp hồ sơ."))]
        )
    return found


def _has_number(party: Party | None, index: bytes) -> bool:
    return party is not None and party.number_index is not None and bytes(party.number_index) == index

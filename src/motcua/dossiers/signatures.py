"""The signatures of a result: the officer's, then the agency's seal on top, over a page that bears its address."""

from datetime import datetime

from django.conf import settings

from motcua.accounts.models import Account
from motcua.accounts.queries import officer_names
from motcua.directory.queries import agency_known
from motcua.dossiers.models import SigningOrder
from motcua.dossiers.rules.signing import seal_key
from motcua.gateways import registry
from motcua.kernel.worktime import ZONE
from motcua.papers.grants import Grant
from motcua.papers.opening import open as open_paper
from motcua.papers.rules.signatures import Role
from motcua.papers.signing import sign_pdf
from motcua.papers.signing.orders import Order
from motcua.papers.stamping import stamp

REASON = "Ban hành kết quả giải quyết thủ tục hành chính"


def signed(order: SigningOrder, at: datetime) -> bytes:
    """Return the paper with both signatures. Raises what `sign_pdf` and the registry raise."""
    gateway, stamps = registry.signing(), registry.timestamps()
    officer, seal = _keys(order, at)
    paper = stamp(_unsigned(order), address=f"{settings.PUBLIC_ADDRESS}/v/{order.result_id}/", at=at)
    for role, key in ((Role.OFFICER, officer), (Role.SEAL, seal)):
        paper = sign_pdf(paper, Order(role, REASON), gateway=gateway, key=key, at=at, stamps=stamps)
    return paper


def _keys(order: SigningOrder, at: datetime) -> tuple[str, str]:
    """Name the keys of the signer and of the seal; simulated ones learn whose they are."""
    officer = Account.objects.get(id=order.signed_by).username or order.signed_by
    seal = seal_key(order.dossier.agency_id)
    simulated = registry.simulated_signing_keys()
    if simulated is not None:
        place = agency_known(order.dossier.agency_id, at.astimezone(ZONE).date())
        agency = place.name if place else order.dossier.agency_id
        name = officer_names({order.signed_by}).get(order.signed_by, officer)
        simulated.enrol(officer, name=name, organisation=agency)
        simulated.enrol(seal, name=agency, organisation=agency)
    return officer, seal


def _unsigned(order: SigningOrder) -> bytes:
    file = order.document.file
    opened = open_paper(Grant(file_id=file.id, variant="original", name=file.name, viewer="signing"))
    with opened.stream as stream:
        return stream.read()

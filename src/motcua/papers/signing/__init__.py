"""Signing papers: PAdES B-B, or B-T where an authority stamps the time.

A signature is appended and changes no byte before it, so that an agency's seal stands on top of an officer's
signature. The first one certifies the paper and permits nothing but further signatures. The library (30 MB) is
loaded with the first paper that is signed.
"""

from datetime import datetime

from motcua.gateways.signing.port import SigningGateway
from motcua.gateways.timestamps.port import TimestampGateway
from motcua.kernel.large import large
from motcua.papers.signing.orders import Order


def sign_pdf(
    pdf: bytes,
    order: Order,
    *,
    gateway: SigningGateway,
    key: str,
    at: datetime,
    stamps: TimestampGateway | None = None,
) -> bytes:
    """Return a paper with one more signature.

    Asks the gateway once for the certificate and once for the signature, so it may wait for a person: never call it
    while a database transaction is open. Raises papers' Refused where the paper cannot be signed (broken, locked,
    closed to signatures, signed under this name), the gateways' Refused and Unavailable.
    """
    signed: bytes = large("motcua.papers.signing.pades").sign(pdf, order, (gateway, key), at, stamps)
    return signed

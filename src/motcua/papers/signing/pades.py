"""How a signature is put into a PDF, with pyHanko; loaded late, by the room's front."""

from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import (
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
    enumerate_sig_fields,
)
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from motcua.gateways.signing.port import SigningGateway
from motcua.gateways.timestamps.port import TimestampGateway
from motcua.kernel.words import mark
from motcua.papers import pdfs
from motcua.papers.errors import Refused
from motcua.papers.rules.signatures import FIELD, Role
from motcua.papers.signing.appearance import Drawn
from motcua.papers.signing.orders import Order, Spot
from motcua.papers.signing.outside import Outside, Stamper
from motcua.papers.waiting import waited

CLOSED = mark("Không thể ký thêm vào tệp PDF này: tệp không cho phép, hoặc đã có chữ ký cùng tên.")
_STRUCTURE = 3000
_STAMP = 8000


class _Writer(IncrementalPdfFileWriter):
    """Appends what a signature needs and no more."""

    def _update_meta(self) -> None:
        """Leave title and dates as they are: whatever is changed beside a signature must be judged later."""


class _Signing(PdfSigner):
    """Signs at the moment it is told."""

    at: datetime

    def init_signing_session(
        self,
        pdf_out: IncrementalPdfFileWriter,  # type: ignore[override]
        existing_fields_only: bool = False,
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


def sign(
    pdf: bytes,
    order: Order,
    by: tuple[SigningGateway, str],
    at: datetime,
    stamps: TimestampGateway | None,
) -> bytes:
    """Return the paper with one more signature. Raises what `sign_pdf` tells."""
    signer = Outside(*by)
    field = _field(order.role, order.name)
    try:
        writer = _opened(pdf)
        first = _prepare(writer, order, field)
        signing = _Signing(
            _meta(order, field, signer.label, certify=first),
            signer,
            timestamper=Stamper(stamps) if stamps else None,
            stamp_style=StaticStampStyle(background=Drawn(order.drawn), border_width=0),
        )
        signing.at = at
        room = signer.size + _STRUCTURE + (_STAMP if stamps else 0)
        made: BytesIO = waited(signing.async_sign_pdf(writer, bytes_reserved=2 * room))
    except SigningError as error:
        raise Refused(CLOSED, "closed_to_signatures") from error
    except PdfError as error:
        raise Refused(pdfs.BROKEN, "broken_pdf") from error
    return made.getvalue()


def _prepare(writer: _Writer, order: Order, field: str) -> bool:
    """Lay the fields that are needed; tells whether this signature is the paper's first."""
    signed = {name for name, _, _ in enumerate_sig_fields(writer, filled_status=True)}
    if field in signed:
        raise Refused(CLOSED, "signed_already")
    if signed and (order.spot or order.left):
        raise ValueError("what a later signature shows stands in a field that the first one left")
    empty = {name for name, _, _ in enumerate_sig_fields(writer, filled_status=False)}
    if field not in empty:
        _lay(writer, field, order.spot)
    for one in order.left:
        _lay(writer, _field(one.role, one.name), one.spot)
    return not signed


def _lay(writer: _Writer, field: str, spot: Spot | None) -> None:
    shown = {"on_page": spot.page, "box": (spot.left, spot.bottom, spot.right, spot.top)} if spot else {}
    append_signature_field(writer, SigFieldSpec(field, **shown))  # type: ignore[arg-type]


def _field(role: Role, name: str) -> str:
    return FIELD.format(role=role.value, name=name)


def _opened(pdf: bytes) -> _Writer:
    try:
        writer = _Writer(BytesIO(pdf))
    except (PdfError, ValueError, TypeError, AttributeError, KeyError, RecursionError, MemoryError) as error:
        raise Refused(pdfs.BROKEN, "broken_pdf") from error
    if writer.prev.encrypted:
        raise Refused(pdfs.LOCKED, "locked_pdf")
    return writer


def _meta(order: Order, field: str, signer: str, *, certify: bool) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        name=signer,
        reason=order.reason or None,
        location=order.location or None,
    )

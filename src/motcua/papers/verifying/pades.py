"""How signatures are read out of a PDF, with pyHanko; loaded late, by the room's front."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.decode_limits import (
    DEFAULT_PURPOSE_LIMITS,
    DecodeLimits,
    DecodePurpose,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from motcua.papers.rules.signatures import After, Outcome, Signature, Verdict, judged, role_of
from motcua.papers.verifying.bytes_signed import gaps, lies_well, reaches_end
from motcua.papers.verifying.one import read
from motcua.papers.verifying.trust import Trust

MOST_SIGNATURES = 10
MOST_COMPARED = 15_000
"""Objects times signatures: each signature is held against what came later, object by object."""
_MB = 1024 * 1024
_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=16 * _MB),
    per_purpose={
        **DEFAULT_PURPOSE_LIMITS,
        DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=_MB // 10),
    },
    document_budget=DocumentDecodeBudget(base_allowance=32 * _MB, max_ratio=4),
)

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it warns of is in the verdict
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def verdict(pdf: bytes, trust: Trust, at: datetime) -> Verdict:
    """Read all signatures; raises whatever the library finds odd in the file as a whole."""
    reader = PdfFileReader(BytesIO(pdf), decode_limits=_LIMITS)
    if reader.encrypted:
        return Verdict(Outcome.UNREADABLE)
    fields = list(enumerate_sig_fields(reader, filled_status=True))
    if len(fields) > MOST_SIGNATURES or len(fields) * _objects(reader) > MOST_COMPARED:
        return Verdict(Outcome.UNREADABLE)
    embedded = sorted(_embedded(reader, fields), key=lambda one: one.signed_revision)
    found = [_read(one, pdf, trust, at) for one in embedded]
    unread = {name for name, _, _ in fields} - {one.field_name for one in embedded}
    found += [_unknown(name) for name in sorted(unread)]
    open_end = bool(embedded) and not reaches_end(pdf, embedded[-1].byte_range)
    lost = gaps(pdf) - {int(one.byte_range[1]) for one in embedded}
    outcome = Outcome.ALTERED if open_end or lost else judged(found)
    return Verdict(outcome, tuple(found))


def _objects(reader: PdfFileReader) -> int:
    versions = range(reader.xrefs.total_revisions)
    return sum(len(reader.xrefs.explicit_refs_in_revision(one)) for one in versions)


def _embedded(reader: PdfFileReader, fields: list[Any]) -> Iterator[EmbeddedPdfSignature]:
    """Give the signatures that can be read at all."""
    for name, _, field in fields:
        with suppress(Exception):
            one = EmbeddedPdfSignature(reader, field, name)
            if len(one.byte_range) == 4 and all(isinstance(number, int) for number in one.byte_range):
                yield one


def _read(one: EmbeddedPdfSignature, pdf: bytes, trust: Trust, at: datetime) -> Signature:
    well = lies_well(pdf, one.byte_range, one.pkcs7_content)
    last = reaches_end(pdf, one.byte_range)
    try:
        return read(one, trust, at, lies_well=well, last=last)
    except Exception:  # a signature that cannot be judged is one that was changed, or never was one
        return _unknown(one.field_name)


def _unknown(field: str) -> Signature:
    """Tell of a signature that cannot be read: nobody's, and not intact."""
    return Signature(
        field=field,
        role=role_of(field),
        name="",
        organisation="",
        serial="",
        signed_at=None,
        stamped=False,
        reason="",
        chain=(),
        trusted=False,
        expired=False,
        revoked=False,
        intact=False,
        after=After.OTHER,
    )

"""One signature of a PDF, judged by pyHanko and told in the room's words."""

from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import cms, x509
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from motcua.papers.rules.signatures import After, Signature, role_of
from motcua.papers.verifying.bystanders import all_issued
from motcua.papers.verifying.der import der_length
from motcua.papers.verifying.revocation import is_revoked
from motcua.papers.verifying.trust import Trust
from motcua.papers.verifying.written import written_well
from motcua.papers.waiting import waited

CLOCKS_APART = timedelta(minutes=5)
MOST_CERTIFICATES = 32
_LONGEST = 200
_USAGE = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})

# Behind a signature only further signatures may come, and what writers of PDF do along with one: dates, the
# layout of the file. Filling fields and remarks are changes, although the standard has a level that permits them.
_ONLY_SIGNATURES = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),  # type: ignore[no-untyped-call]
        *(
            rule.as_qualified(ModificationLevel.LTA_UPDATES)
            for rule in (DocInfoRule(), XrefStreamRule(), ObjectStreamRule(), MetadataUpdateRule())  # type: ignore[no-untyped-call]
        ),
    ],
    form_rule=FormUpdatingRule(field_rules=[SigFieldCreationRule(), SigFieldModificationRule()]),  # type: ignore[no-untyped-call]
)


def read(one: EmbeddedPdfSignature, trust: Trust, at: datetime, *, lies_well: bool, last: bool) -> Signature:
    """Judge a signature; `lies_well` and `last` are known from the bytes. Raises whatever is odd in it."""
    if len(one.other_embedded_certs) > MOST_CERTIFICATES:
        raise ValueError("more certificates than a chain has")
    stamped_at = _stamped_at(one)
    moment = stamped_at or _claimed(one) or at
    status: Any = waited(_asked(one, trust, moment))
    stamp = getattr(status, "timestamp_validity", None)
    chain = _chain(one, status.validation_path)
    revoked = is_revoked(chain, trust, stamped_at if stamp is not None and stamp.trusted else None)
    good_stamp = stamp is None or stamp.trusted
    certificate = one.signer_cert
    return Signature(
        field=one.field_name,
        role=role_of(one.field_name),
        name=_name(certificate),
        organisation=_part(certificate, "organization_name"),
        serial=f"{certificate.serial_number:X}",
        signed_at=moment,
        stamped=stamped_at is not None and good_stamp,
        reason=str(one.sig_object.get("/Reason", ""))[:_LONGEST],
        chain=tuple(map(_name, chain)),
        trusted=bool(
            status.trusted
            and good_stamp
            and not revoked
            and moment <= at + CLOCKS_APART
            and all_issued([one.signed_data, *(token["content"] for token in _stamps(one))], trust.roots)
        ),
        expired=not certificate.not_valid_before <= moment <= certificate.not_valid_after,
        revoked=revoked,
        intact=bool(
            lies_well
            and _written_well(one)
            and status.intact
            and status.valid
            and (stamp is None or (stamp.intact and stamp.valid))
        ),
        after=_after(one, last=last),
    )


def _asked(one: EmbeddedPdfSignature, trust: Trust, moment: datetime) -> Coroutine[Any, Any, Any]:
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(root) for root in trust.roots],
        moment=moment,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
    if one.sig_object_type == "/DocTimeStamp":
        return async_validate_pdf_timestamp(one, context, _ONLY_SIGNATURES)
    return async_validate_pdf_signature(one, context, diff_policy=_ONLY_SIGNATURES, key_usage_settings=_USAGE)


def _after(one: EmbeddedPdfSignature, *, last: bool) -> After:
    if last:
        return After.NOTHING
    return After.SIGNATURES if one.summarise_integrity_info()["docmdp_ok"] else After.OTHER


def _written_well(one: EmbeddedPdfSignature) -> bool:
    """Look at the signature, and at the time stamp in it."""
    content = one.pkcs7_content[: der_length(one.pkcs7_content)]
    return written_well(content) and all(written_well(token.dump()) for token in _stamps(one))


def _stamps(one: EmbeddedPdfSignature) -> list[cms.ContentInfo]:
    attributes = one.signer_info["unsigned_attrs"] or ()
    found = [one for one in attributes if one["type"].native == "signature_time_stamp_token"]
    return [token for one in found for token in one["values"]]


def _stamped_at(one: EmbeddedPdfSignature) -> datetime | None:
    """Give the moment of the time stamp, of which it is not known yet whether it is sound."""
    if one.sig_object_type == "/DocTimeStamp":
        return _moment(one.signed_data)
    stamps = _stamps(one)
    return _moment(stamps[0]["content"]) if stamps else None


def _moment(signed: cms.SignedData) -> datetime:
    told: datetime = signed["encap_content_info"]["content"].parsed["gen_time"].native
    return told


def _claimed(one: EmbeddedPdfSignature) -> datetime | None:
    told = one.self_reported_timestamp
    return told if told is None or told.tzinfo else told.replace(tzinfo=UTC)


def _chain(one: EmbeddedPdfSignature, path: Any) -> list[x509.Certificate]:
    """List the certificates from the signer's up, as far as a root that is trusted; without one only the signer's."""
    return list(reversed(list(path.iter_certs(include_root=True)))) if path else [one.signer_cert]


def _name(certificate: x509.Certificate) -> str:
    return _part(certificate, "common_name") or certificate.subject.human_friendly[:_LONGEST]


def _part(certificate: x509.Certificate, name: str) -> str:
    told = certificate.subject.native.get(name, "")
    return (", ".join(told) if isinstance(told, list) else str(told))[:_LONGEST]

"""Whether a signature (CMS) is written in the one way in which it can be written.

Some of its bytes are covered by nothing: the list of algorithms, versions, the issuer's name as the signer is
looked up by it, in which capitals count for nothing. Held to one way of writing they can say nothing either.
"""

from asn1crypto import cms, core

from motcua.papers.verifying.der import is_der

_NO_PARAMETERS = (b"", b"\x05\x00")
_SIGNED = ("version", "digest_algorithms", "encap_content_info", "certificates", "crls", "signer_infos")
_SIGNER = (
    *("version", "sid", "digest_algorithm", "signed_attrs"),
    *("signature_algorithm", "signature", "unsigned_attrs"),
)


def written_well(content: bytes) -> bool:
    """Tell whether this is one DER value with one signer, and nothing unsigned in it is free."""
    if not is_der(content):
        return False
    signed = cms.ContentInfo.load(content)["content"]
    infos = signed["signer_infos"]
    return (
        len(infos) == 1 and _signer(signed, infos[0]) and all(map(_certificate, signed["certificates"] or ()))
    )


def _signer(signed: cms.SignedData, info: cms.SignerInfo) -> bool:
    digest, sid = info["digest_algorithm"], info["sid"]
    by_name = sid.name == "issuer_and_serial_number"
    is_data = signed["encap_content_info"]["content_type"].native == "data"
    return (
        _whole(signed, _SIGNED)
        and _whole(info, _SIGNER)
        and signed["version"].native == ("v1" if is_data and by_name else "v3")
        and info["version"].native == ("v1" if by_name else "v3")
        and [one.dump() for one in signed["digest_algorithms"]] == [digest.dump()]
        and digest["parameters"].dump() in _NO_PARAMETERS
        and {one["type"].native for one in info["unsigned_attrs"] or ()} <= {"signature_time_stamp_token"}
        and (not by_name or _names_one(signed, sid.chosen))
    )


def _whole(told: core.Sequence, parts: tuple[str, ...]) -> bool:
    """Tell whether the parts are all there is: the library passes over what it does not know."""
    return b"".join(told[one].dump() for one in parts) == bytes(told.contents)


def _names_one(signed: cms.SignedData, named: cms.IssuerAndSerialNumber) -> bool:
    """Tell whether the signer's certificate is there under this very name, capital for capital."""
    return any(
        one.chosen.issuer.dump() == named["issuer"].dump()
        and one.chosen.serial_number == named["serial_number"].native
        for one in signed["certificates"]
        if one.name == "certificate"
    )


def _certificate(one: cms.CertificateChoices) -> bool:
    return one.name != "certificate" or bytes(one.chosen["signature_value"].contents[:1]) == b"\x00"

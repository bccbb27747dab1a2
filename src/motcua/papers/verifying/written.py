"""Whether a signature (CMS) is written in the one way in which it can be written.

Some of its bytes are covered by nothing: the list of algorithms, versions, the issuer's name as the signer is
looked up by it, in which capitals count for nothing. Held to one way of writing they can say nothing either.
"""

from asn1crypto import cms

from motcua.papers.verifying.der import is_der

_NO_PARAMETERS = (b"", b"\x05\x00")
_VERSIONS = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}


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
    by_data = signed["encap_content_info"]["content_type"].native == "data"
    return (
        signed["version"].native in (("v1", "v3") if by_data else ("v3",))
        and [one.dump() for one in signed["digest_algorithms"]] == [digest.dump()]
        and digest["parameters"].dump() in _NO_PARAMETERS
        and info["version"].native == _VERSIONS[sid.name]
        and (sid.name != "issuer_and_serial_number" or _names_one(signed, sid.chosen))
    )


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

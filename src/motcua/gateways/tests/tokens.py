"""A SoftHSM token with keys, made for one test run."""

import os
import subprocess
from pathlib import Path

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate

from motcua.gateways.signing.authority import Authority
from motcua.gateways.signing.certificates import Kind, Wanted, made
from motcua.gateways.signing.pkcs11 import Token

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
LABEL, PIN = "thu", "1234"


def filled(folder: Path, authority: Authority) -> None:
    """Make a token on which `rsa` and `curve` name officers, and `bare` names nobody."""
    if not MODULE.exists():
        pytest.skip("no SoftHSM here: apt-get install softhsm2")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\n", "utf-8")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    make = ["softhsm2-util", "--init-token", "--free", "--label", LABEL, "--pin", PIN, "--so-pin", "12345678"]
    subprocess.run(make, check=True, capture_output=True)
    module = pkcs11.lib(str(MODULE))
    module.reinitialize()  # the module may have read another folder before
    with module.get_token(token_label=LABEL).open(rw=True, user_pin=PIN) as session:
        _put(session, "rsa", rsa.generate_private_key(65537, 2048), authority)
        _put(session, "curve", ec.generate_private_key(ec.SECP256R1()), authority)
        _put(session, "bare", ec.generate_private_key(ec.SECP256R1()), None)
        session.create_object(decode_x509_certificate(authority.issuing.der) | _labelled("issuing", b"9"))
        session.create_object(decode_x509_certificate(authority.root.der) | _labelled("root", b"8"))


def gateway() -> Token:
    """Give the gateway to the token that was filled last."""
    return Token(str(MODULE), LABEL, PIN)


def _put(session, label, key, authority: Authority | None) -> None:
    decoded = decode_rsa_private_key if isinstance(key, rsa.RSAPrivateKey) else decode_ec_private_key
    secret = decoded(key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()))
    session.create_object(secret | _labelled(label, label.encode()) | {pkcs11.Attribute.TOKEN: True})
    if authority is not None:
        wanted = Wanted(Kind.OFFICER, "Trần Văn Bình", "UBND xã Thiên Nhẫn")
        issuing = authority.issuing
        named: x509.Certificate = made(wanted, key.public_key(), issuing.key, issuing.certificate)
        content = decode_x509_certificate(named.public_bytes(Encoding.DER))
        session.create_object(content | _labelled(label, label.encode()))


def _labelled(label: str, name: bytes) -> dict:
    return {pkcs11.Attribute.LABEL: label, pkcs11.Attribute.ID: name, pkcs11.Attribute.TOKEN: True}

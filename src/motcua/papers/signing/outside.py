"""A signature and a time stamp made outside, as the library of PDF asks for them."""

from asn1crypto import tsp, x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from motcua.gateways.errors import Refused, Unavailable
from motcua.gateways.signing.port import SigningGateway
from motcua.gateways.timestamps.port import TimestampGateway


class Outside(Signer):
    """Has the signed attributes signed by the keeper of a key, and looks at what comes back."""

    def __init__(self, gateway: SigningGateway, key: str) -> None:
        said = gateway.certificate(key)
        self._gateway, self._key, self._own = gateway, key, said.certificate
        self.label = said.label
        self.size = len(said.certificate) + sum(map(len, said.chain))
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple([x509.Certificate.load(one) for one in said.chain])
        super().__init__(
            signing_cert=x509.Certificate.load(said.certificate), cert_registry=store, embed_roots=False
        )

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Ask the gateway, once."""
        if dry_run or digest_algorithm != "sha256":
            raise SigningError("the keeper of the key signs once, with SHA-256")
        signature = self._gateway.sign(self._key, data)
        _check(self._own, signature, data)
        return signature


class Stamper(TimeStamper):
    """Has the time stamped outside."""

    def __init__(self, gateway: TimestampGateway) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._gateway = gateway

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Ask the gateway."""
        return tsp.TimeStampResp.load(self._gateway.stamp(req.dump()))

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> tsp.ContentInfo:
        """Give a stamp; an answer that is none is told as the gateway's fault."""
        try:
            return await super().async_timestamp(message_digest, md_algorithm)
        except (TimestampRequestError, ValueError, KeyError, TypeError) as error:
            raise Unavailable("time stamps: the answer is no stamp") from error


def _check(certificate: bytes, signature: bytes, data: bytes) -> None:
    """See that a signature is the certificate's: a wrong one would be found only by those who receive the paper."""
    public = load_der_x509_certificate(certificate).public_key()
    try:
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, data, padding.PKCS1v15(), SHA256())
        elif isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature, data, ec.ECDSA(SHA256()))
        else:
            raise Refused("the key is neither RSA nor of an elliptic curve")
    except InvalidSignature as error:
        raise Refused("the signature is not that of the certificate") from error

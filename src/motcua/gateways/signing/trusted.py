"""The root certificates that an installation trusts, from files that its operator keeps."""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from motcua.gateways.errors import NotSupplied

KINDS = (".pem", ".crt", ".cer")


def read(place: str) -> tuple[bytes, ...]:
    """Read the certificates of a file or a folder of PEM files, in DER; none where no place is set.

    Raises NotSupplied.
    """
    if not place:
        return ()
    path = Path(place)
    files = sorted(one for one in path.iterdir() if one.suffix in KINDS) if path.is_dir() else [path]
    try:
        found = [one for file in files for one in x509.load_pem_x509_certificates(file.read_bytes())]
    except (OSError, ValueError) as error:
        raise NotSupplied(f"MOTCUA_SIGNING_ROOTS: {place} cannot be read as certificates (PEM).") from error
    if not found:
        raise NotSupplied(f"MOTCUA_SIGNING_ROOTS: there is no certificate in {place}.")
    return tuple(one.public_bytes(Encoding.DER) for one in found)

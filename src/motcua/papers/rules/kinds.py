"""What kind of file it is, by its first bytes; the name is not believed."""

from dataclasses import dataclass

HEAD = 2048


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken."""

    media_type: str
    ending: str


PDF = Kind("application/pdf", "pdf")
JPEG = Kind("image/jpeg", "jpg")
PNG = Kind("image/png", "png")
HEIC = Kind("image/heic", "heic")
KINDS = {kind.media_type: kind for kind in (PDF, JPEG, PNG, HEIC)}

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def kind_of(head: bytes) -> Kind | None:
    """Tell the kind from the first bytes, or None when it is not one that is taken."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head[4:8] == b"ftyp" and _brands(head) & _HEIC_BRANDS:
        return HEIC
    # Scanners put bytes before the mark; readers accept it anywhere in the first kilobyte (ISO 32000-1, H.3).
    if b"%PDF-" in head[:1024] and not head.startswith((b"MZ", b"PK", b"\x7fELF")):
        return PDF
    return None


def _brands(head: bytes) -> set[bytes]:
    length = min(int.from_bytes(head[:4]), len(head))
    return {head[8:12], *(head[start : start + 4] for start in range(16, length - 3, 4))}

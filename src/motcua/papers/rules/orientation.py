"""The one thing worth keeping of a photo's metadata: which way is up."""

UPRIGHT = 1


def tiff(orientation: int) -> bytes:
    """Write EXIF's TIFF block with the orientation and nothing else."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2) + b"\x00\x00"
    return b"MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"


def empty_tiff(length: int) -> bytes:
    """Write a TIFF block of a given length that says nothing at all."""
    return b"MM\x00\x2a\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00".ljust(length, b"\x00")[:length]

"""What Motcua asks of a time stamping authority."""

from typing import Protocol


class TimestampGateway(Protocol):
    """An authority that speaks RFC 3161."""

    def stamp(self, request: bytes) -> bytes:
        """Answer a TimeStampReq with a TimeStampResp, both in DER. Raises Refused, Unavailable."""

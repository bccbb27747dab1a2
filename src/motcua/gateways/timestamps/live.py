"""A time stamping authority over HTTP (RFC 3161, section 3.4).

Plain http is allowed, as such authorities offer it: the answer is signed, and the question holds only a hash.
"""

from urllib.request import Request

from motcua.gateways.errors import NotSupplied
from motcua.gateways.signing.posting import sent


class Tsa:
    """One request a stamp."""

    def __init__(self, url: str) -> None:
        if not url.startswith(("https://", "http://")):
            raise NotSupplied(
                "MOTCUA_TSA_URL is no http:// or https:// address of a time stamping authority."
            )
        self._url = url

    def stamp(self, request: bytes) -> bytes:
        """Post the question and give the answer."""
        head = {"Content-Type": "application/timestamp-query"}
        return sent(Request(self._url, request, head, method="POST"), "time stamps")  # noqa: S310 - checked above

"""No signing: papers are signed outside and loaded up."""

from motcua.gateways.errors import Refused
from motcua.gateways.signing.port import Certificate


class Off:
    """Keeps no key."""

    def certificate(self, key: str) -> Certificate:  # noqa: ARG002 - whichever key it is
        """Refuse."""
        raise Refused("this installation signs nothing (MOTCUA_SIGNING=off)")

    def sign(self, key: str, attributes: bytes) -> bytes:  # noqa: ARG002 - whatever it is
        """Refuse."""
        raise Refused("this installation signs nothing (MOTCUA_SIGNING=off)")

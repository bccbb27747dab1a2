"""No telephone gateway: people call the duty number, and nobody's missed call is known."""

from typing import NoReturn

from motcua.gateways.errors import Refused
from motcua.gateways.telephony.port import Told


class Off:
    """Knows of no call and rings nobody."""

    def missed(self, limit: int) -> Told:  # noqa: ARG002 - there is none
        """Tell none."""
        return Told((), (), "")

    def confirm(self, upto: str) -> None:
        """There is nothing to confirm."""

    def ring(self, number: str, called: str) -> NoReturn:  # noqa: ARG002 - whoever it is
        """Refuse."""
        raise Refused("this installation rings nobody (MOTCUA_TELEPHONY=off)")

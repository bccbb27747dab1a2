"""No carrier of short messages: an installation that has signed with no operator yet, and says so."""

from motcua.gateways.errors import Refused
from motcua.gateways.sms.port import Sms
from motcua.gateways.status import Known


class Off:
    """Refuses every message, so that each is seen as not sent."""

    def send(self, sms: Sms) -> None:  # noqa: ARG002 - whatever the message is
        """Refuse."""
        raise Refused("this installation sends no SMS (MOTCUA_SMS=off)")

    def status(self, key: str) -> Known:  # noqa: ARG002 - whatever the key is
        """Nothing was ever sent."""
        return Known.ABSENT

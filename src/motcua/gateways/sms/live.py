"""Short messages over a real operator: not built, and it says so.

Operators in Vietnam share no interface; a province signs with one of them and gets its description and
account. An adapter written without that description would be a guess (see docs/adr/0004).
"""

from typing import NoReturn

from motcua.gateways.errors import NotSupplied


def connect() -> NoReturn:
    """Refuse to start. Raises NotSupplied."""
    raise NotSupplied(
        "MOTCUA_SMS=live: no SMS operator is built in. Supply the operator's interface description and "
        "account (brand name, address, user, password) and write src/motcua/gateways/sms/live.py to it; "
        "src/motcua/gateways/tests/test_carriers.py is its contract. "
        "Until then MOTCUA_SMS=off sends mail only."
    )

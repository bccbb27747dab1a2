"""Where a filing came from, as keyed hashes: never a raw address, never a fingerprint of a device."""

from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from motcua.accounts.sealing import index_of


@dataclass(frozen=True, slots=True)
class Trace:
    """Session and network of a filing as the edge saw them."""

    session: str = ""
    address: str = ""
    office_network: bool = False

    def keyed(self) -> dict[str, object]:
        """Give the keyed hashes to be kept; the raw values are forgotten here."""
        return {
            "session": index_of(self.session, "origin.session").hex() if self.session else "",
            "network": index_of(_prefix(self.address), "origin.network").hex() if self.address else "",
            "office_network": self.office_network,
        }


def _prefix(address: str) -> str:
    """Cut an address to its network: /24 for IPv4, /48 for IPv6; an unreadable one is hashed as it is."""
    try:
        version = ip_address(address).version
    except ValueError:
        return address
    return str(ip_network(f"{address}/{24 if version == 4 else 48}", strict=False))

"""A browser in words, and a network so coarse that it names no household: for the list of one's sessions."""

from ipaddress import ip_address, ip_network

BROWSERS = (
    *(("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("SamsungBrowser", "Samsung Internet")),
    *(("FxiOS", "Firefox"), ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome")),
    ("Safari", "Safari"),
)
SYSTEMS = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")),
    *(("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux")),
)
PREFIXES = {4: 16, 6: 32}


def device_words(agent: str) -> str:
    """Name browser and system; empty when the browser does not say."""
    found = [next((name for sign, name in known if sign in agent), "") for known in (BROWSERS, SYSTEMS)]
    return " · ".join(one for one in found if one)


def coarse(address: str) -> str:
    """Give the large network an address lies in: tens of thousands of subscribers look the same."""
    try:
        one = ip_address(address)
    except ValueError:
        return ""
    return str(ip_network((one, PREFIXES[one.version]), strict=False))

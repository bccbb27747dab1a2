"""How a file announces itself to a browser (RFC 6266, RFC 8187); pure."""

from urllib.parse import quote

from motcua.kernel.text import fold
from motcua.papers.rules.names import safe_name

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_() ")


def disposition(name: str, *, inline: bool = False) -> str:
    """Write a Content-Disposition whose Vietnamese name every browser reads, and which no name can break."""
    kind = "inline" if inline else "attachment"
    name = safe_name(name)
    plain = "".join(letter if letter in _PLAIN else "_" for letter in fold(name))
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

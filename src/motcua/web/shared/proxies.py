"""Who really asks, when a proxy of ours stands in between; and no request larger than a dossier may be.

Without this all people behind the proxy would share one address, and one person's guesses would slow them all.
"""

from collections.abc import Callable, Sequence
from functools import cache
from http import HTTPStatus
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

LARGEST = 105 * 1024 * 1024
"""A whole dossier of files at once, and its form; more is refused before it is read."""
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")


class ProxyMiddleware:
    """Puts the asker's own address into REMOTE_ADDR; forwarded headers of anybody but our proxies are dropped."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        if within(meta.get("REMOTE_ADDR", ""), settings.PROXIES):
            meta["REMOTE_ADDR"] = asking(meta.get("HTTP_X_FORWARDED_FOR", ""), meta.get("REMOTE_ADDR", ""))
        else:
            for name in FORWARDED:
                meta.pop(name, None)
        size = meta.get("CONTENT_LENGTH") or "0"
        if size.isdecimal() and int(size) > LARGEST:
            said = _("Nội dung gửi lên quá lớn: một hồ sơ có tối đa 100 MB.")
            return HttpResponse(
                said,
                status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                content_type="text/plain; charset=utf-8",
            )
        return self.answer(request)


def asking(forwarded: str, near: str) -> str:
    """Give the nearest address in the chain that is not a proxy of ours; what lies beyond it anybody can write."""
    for one in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if not _is_address(one):
            return near
        near = one
        if not within(one, settings.PROXIES):
            return one
    return near


def within(address: str, networks: Sequence[str]) -> bool:
    """Tell whether an address lies in one of these networks."""
    return _is_address(address) and any(ip_address(address) in _network(one) for one in networks)


@cache
def _network(text: str) -> IPv4Network | IPv6Network:
    return ip_network(text.strip(), strict=False)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True

"""One call of a service that takes and gives JSON over HTTPS; redirections are not followed."""

import http.client
import json
import ssl
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, OpenerDirector, Request, build_opener

from motcua.gateways.errors import Refused, Unavailable

TIMEOUT = 120.0
"""Seconds: a person may be asked on their phone meanwhile."""
_LONGEST = 1024 * 1024
_TRY_LATER = (408, 425, 429)


class _Stay(HTTPRedirectHandler):
    """The bearer's token goes to the address that was set, and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


def opener(context: ssl.SSLContext | None = None) -> OpenerDirector:
    """Give what opens addresses; `context` says whom to trust, for tests."""
    return build_opener(_Stay, HTTPSHandler(context=context))


_OPENER = opener()


def post(url: str, token: str, asked: dict[str, Any], through: OpenerDirector = _OPENER) -> dict[str, Any]:
    """Post an object and read the object answered. Raises Refused, Unavailable."""
    head = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    request = Request(url, json.dumps(asked).encode(), head, method="POST")  # noqa: S310 - https, checked at start
    said = _json(sent(request, "signing service", through))
    if not isinstance(said, dict):
        raise Unavailable("signing service: its answer is no object")
    return said


def sent(request: Request, who: str, through: OpenerDirector = _OPENER) -> bytes:
    """Send a request and give the answer's content. Raises Refused, Unavailable."""
    try:
        with through.open(request, timeout=TIMEOUT) as answer:
            content: bytes = answer.read(_LONGEST + 1)
    except HTTPError as error:
        with error:
            kind = Refused if 400 <= error.code < 500 and error.code not in _TRY_LATER else Unavailable
            raise kind(f"{who}: {error.code} {_reason(error)}") from error
    except (OSError, http.client.HTTPException) as error:
        raise Unavailable(f"{who}: {type(error).__name__}") from error
    if len(content) > _LONGEST:
        raise Unavailable(f"{who}: its answer is too long")
    return content


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Unavailable("signing service: its answer cannot be read") from error


def _reason(error: HTTPError) -> str:
    """Give the error's name as the API has it; what else the service says may name a person."""
    try:
        said = json.loads(error.read(4096))
    except (OSError, ValueError, http.client.HTTPException):
        return ""
    return str(said.get("error", ""))[:60] if isinstance(said, dict) else ""

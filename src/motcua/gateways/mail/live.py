"""Mail over SMTP: wire format and mapping only."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from motcua.gateways import clock
from motcua.gateways.errors import NotSupplied, Refused, Unavailable, Unclear
from motcua.gateways.mail.port import Letter
from motcua.gateways.status import Known

TIMEOUT = 20.0


@dataclass(frozen=True)
class Address:
    """Where the mail server is and how to come in."""

    host: str
    port: int
    user: str
    password: str
    tls_from_start: bool

    @property
    def is_here(self) -> bool:
        """Tell whether the server is on this machine, where passwords may travel in the clear."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def read(url: str) -> Address:
    """Read `smtp://user:pass@host:port` (STARTTLS when offered) or `smtps://…` (TLS from the start)."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or port == -1:
        raise NotSupplied(
            "MOTCUA_MAIL=live needs MOTCUA_SMTP_URL, such as smtp://user:password@mail.example.vn:587 "
            "or smtps://user:password@mail.example.vn:465."
        )
    secure = parts.scheme == "smtps"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Address(parts.hostname, port or (465 if secure else 587), user, password, secure)


class Smtp:
    """One connection a letter."""

    def __init__(self, url: str, sender: str, context: ssl.SSLContext | None = None) -> None:
        self._address = read(url)
        self._sender = sender
        self._context = context or ssl.create_default_context()

    def send(self, letter: Letter) -> None:
        """Hand a letter to the server, which then answers for it."""
        content = self._content(letter)
        try:
            server = self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise Unavailable(f"mail server: {_said(error)}") from error
        try:
            self._deliver(server, letter.to, content)
        finally:
            server.close()

    def status(self, key: str) -> Known:  # noqa: ARG002 - SMTP has no such question
        """Say that it cannot be known: SMTP has no way to ask."""
        return Known.UNKNOWN

    def _connect(self) -> smtplib.SMTP:
        at = self._address
        if at.tls_from_start:
            server: smtplib.SMTP = smtplib.SMTP_SSL(at.host, at.port, timeout=TIMEOUT, context=self._context)
        else:
            server = smtplib.SMTP(at.host, at.port, timeout=TIMEOUT)
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=self._context)
            elif at.user and not at.is_here:
                server.close()
                raise smtplib.SMTPException("it offers no TLS, so the password is not sent")
        server.ehlo_or_helo_if_needed()
        if at.user:
            server.login(at.user, at.password)
        return server

    def _deliver(self, server: smtplib.SMTP, to: str, content: bytes) -> None:
        try:
            _judge(server.mail(parseaddr(self._sender)[1]))
            _judge(server.rcpt(to))
        except (OSError, smtplib.SMTPException) as error:
            raise Unavailable(f"mail server: {_said(error)}") from error
        try:
            _judge(server.data(content))
        except smtplib.SMTPDataError as error:
            # The server would not even begin to take the letter.
            _judge((error.smtp_code, _bytes(error.smtp_error)))
        except (OSError, smtplib.SMTPException) as error:
            # The letter may have been taken and only the answer lost.
            raise Unclear(f"mail server: {_said(error)}") from error

    def _content(self, letter: Letter) -> bytes:
        message = EmailMessage(policy=SMTP)
        message.set_content(letter.text)
        try:
            letter.to.encode("ascii")
            message["From"] = self._sender
            message["To"] = letter.to
            message["Subject"] = letter.subject
        except (ValueError, IndexError) as error:
            raise Refused("the address cannot be written in a letter") from error
        domain = parseaddr(self._sender)[1].rpartition("@")[2] or "localhost"
        message["Message-ID"] = f"<{letter.key}@{domain}>"
        message["Date"] = format_datetime(clock.now())
        message["Auto-Submitted"] = "auto-generated"
        message["Content-Language"] = letter.language
        return message.as_bytes()


def _judge(answer: tuple[int, bytes]) -> None:
    code, said = answer
    if 200 <= code < 300:
        return
    words = f"mail server: {code} {said.decode(errors='replace')}"
    raise Refused(words) if code >= 500 else Unavailable(words)


def _bytes(said: str | bytes) -> bytes:
    return said.encode() if isinstance(said, str) else said


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"

"""A small client on raw sockets: keep-alive, few cycles, so that the machine works for the server."""

import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4


@dataclass(slots=True)
class Answer:
    """A response."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        """Give a header, or nothing."""
        for line in self.head.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.strip().lower() == name.lower().encode():
                return value.strip().decode()
        return ""


@dataclass
class Client:
    """One visitor with a connection and cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    line: socket.socket | None = None
    received: int = 0

    def get(self, path: str, extra: str = "") -> Answer:
        """Ask for a page."""
        return self.send(self._head("GET", path) + extra.encode() + b"\r\n")

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form."""
        body = urlencode({"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **fields}).encode()
        kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        return self.send(self._head("POST", path) + kind.encode() + body)

    def upload(self, path: str, fields: dict[str, str], name: str, content: bytes, file: str) -> Answer:
        """Send a form with one file."""
        mark = uuid4().hex
        given = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **fields}
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in given.items()
        ]
        parts.append(
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        body = "".join(parts).encode() + content + f"\r\n--{mark}--\r\n".encode()
        kind = f"Content-Type: multipart/form-data; boundary={mark}\r\nContent-Length: {len(body)}\r\n\r\n"
        return self.send(self._head("POST", path) + kind.encode() + body)

    def send(self, request: bytes) -> Answer:
        """Send prepared bytes and read the answer; a connection that was closed is opened again once."""
        for attempt in (0, 1):
            line = self.line or self._connect()
            try:
                line.sendall(request)
                return self._read(line)
            except (ConnectionError, BrokenPipeError):
                self.line = None
                if attempt:
                    raise
        raise ConnectionError

    def _head(self, method: str, path: str) -> bytes:
        cookie = "; ".join(f"{key}={value}" for key, value in self.cookies.items())
        lines = f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n"
        return (lines + (f"Cookie: {cookie}\r\n" if cookie else "")).encode()

    def _connect(self) -> socket.socket:
        self.line = socket.create_connection(("127.0.0.1", self.port), 60)
        self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self.line

    def _read(self, line: socket.socket) -> Answer:
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._some(line)
        head, body = data[:end], data[end + 4 :]
        answer = Answer(int(head[9:12]), head, body)
        length, chunked = answer.header("content-length"), "chunked" in answer.header("transfer-encoding")
        if chunked:
            while not body.endswith(b"0\r\n\r\n"):
                body += self._some(line)
        else:
            parts, missing = [body], int(length or 0) - len(body)
            while missing > 0:
                parts.append(self._some(line))
                missing -= len(parts[-1])
            body = b"".join(parts)
        self.received += end + 4 + len(body)
        answer.body = body
        self._remember(head)
        return answer

    def _some(self, line: socket.socket) -> bytes:
        if not (some := line.recv(65536)):
            raise ConnectionError("closed")
        return some

    def _remember(self, head: bytes) -> None:
        for row in head.split(b"\r\n"):
            if row[:11].lower() == b"set-cookie:":
                name, _, value = row[11:].decode().split(";")[0].strip().partition("=")
                self.cookies[name] = value


def side_by_side(works: Sequence[Callable[[], None]]) -> float:
    """Run each work in a thread, all starting together; gives the seconds until the last has ended."""
    start, problems = threading.Barrier(len(works) + 1), []

    def run(work: Callable[[], None]) -> None:
        start.wait()
        try:
            work()
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    if problems:
        raise problems[0]
    return took


def open_loop(port: int, requests: Sequence[bytes], rate: float, clients: int = 24) -> list[float]:
    """Send requests at a steady rate whether or not earlier ones were answered; gives latencies in ms.

    A latency counts from the moment the request was due, so a server that falls behind shows it.
    """
    lock, given, latencies = threading.Lock(), iter(enumerate(requests)), []
    began = time.perf_counter() + 0.2

    def visit() -> None:
        client = Client(port)
        while True:
            with lock:
                step = next(given, None)
            if step is None:
                return
            due = began + step[0] / rate
            if (wait := due - time.perf_counter()) > 0:
                time.sleep(wait)
            answer = client.send(step[1])
            latencies.append((time.perf_counter() - due) * 1000)
            if answer.status >= 400:
                raise RuntimeError(f"{answer.status} for {step[1][:80]!r}")

    side_by_side([visit] * clients)
    return latencies

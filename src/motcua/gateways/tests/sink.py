"""A small real SMTP server for tests: takes letters, or misbehaves by the recipient's name."""

import contextlib
import socketserver
import ssl
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


class Sink(socketserver.ThreadingTCPServer):
    """Keeps every letter it took."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, context=None, *, from_start=False):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.context, self.from_start = context, from_start
        self.secured = 0
        self.letters = []
        self.users = []
        self.down = 0
        self.url = f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        if self.server.down > 0:
            self.server.down -= 1
            return self.say("421 dang bao tri")
        self.secure = False
        if self.server.from_start:
            self.go_secure()
        self.say("220 sink")
        with contextlib.suppress(ConnectionError, BrokenPipeError):
            while line := self.rfile.readline().decode().strip():
                if not self.answer(line):
                    return None
        return None

    def answer(self, line):
        verb = line[:4].upper()
        if verb == "RCPT":
            self.to = line.partition("<")[2].rstrip(">")
            refused = self.to.startswith("loi.")
            self.say("550 khong co nguoi nay" if refused else "250 co")
        elif verb == "DATA":
            self.say("354 noi di")
            return self.take()
        elif verb == "EHLO":
            offer = "\r\n250-STARTTLS" if self.server.context and not self.secure else ""
            self.say(f"250-sink{offer}\r\n250 AUTH PLAIN")
        elif verb == "STAR":
            self.say("220 bat dau")
            self.go_secure()
        elif verb == "AUTH":
            self.server.users.append(line)
            self.say("235 moi vao")
        elif verb == "QUIT":
            self.say("221 chao")
            return False
        else:
            self.say("250 duoc")
        return True

    def go_secure(self):
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", buffering=0)
        self.secure = True
        self.server.secured += 1

    def take(self):
        content = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            content += line.removeprefix(b".") if line.startswith(b"..") else line
        self.server.letters.append((self.to, content))
        if self.to.startswith("mat."):
            return False  # the line breaks before the answer
        self.say("250 da nhan")
        return True

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")


@contextlib.contextmanager
def running(**options):
    """A sink that listens for as long as the test runs."""
    with Sink(**options) as sink:
        thread = threading.Thread(target=sink.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield sink
        finally:
            sink.shutdown()
            thread.join()


def contexts(folder):
    """A certificate for this machine: the server's side of it, and a client that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sink")])
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "sink.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    return server, ssl.create_default_context(cafile=path)

"""A remote signing service on this machine: HTTPS, the Cloud Signature Consortium's three calls."""

import base64
import ipaddress
import json
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from motcua.gateways.signing.authority import Authority
from motcua.gateways.signing.certificates import Kind, Wanted

TOKEN, PIN = "mot-the", "246810"


class Handler(BaseHTTPRequestHandler):
    """Answers as the API says; a credential ending in 003 is down, at 004 the person declines."""

    authority: Authority

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status, said = self._answer(self.path.rpartition("/csc/v1/")[2], asked)
        content = said if isinstance(said, bytes) else json.dumps(said).encode()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "https://127.0.0.1:9/")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        return

    def _answer(self, what, asked):
        key = asked["credentialID"]
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            return 401, {"error": "invalid_token"}
        for ending, answer in ODD.items():
            if key.endswith(ending):
                return answer
        return {
            "credentials/info": self._info,
            "credentials/authorize": self._authorize,
            "signatures/signHash": self._sign,
        }[what](key, asked)

    def _info(self, key, asked):
        if key == "la":
            return 400, {"error": "invalid_request", "error_description": "unknown credentialID"}
        chain = [self._pair(key).der, self.authority.issuing.der]
        return 200, {"cert": {"certificates": [base64.b64encode(one).decode() for one in chain]}}

    def _authorize(self, key, asked):
        if key.endswith("004"):
            return 400, {"error": "access_denied"}
        if asked["PIN"] != PIN:
            return 400, {"error": "invalid_pin"}
        return (503, b"") if key.endswith("003") else (200, {"SAD": "dong-y:" + asked["hash"][0]})

    def _sign(self, key, asked):
        if asked["SAD"] != "dong-y:" + asked["hash"][0] or asked["signAlgo"] != "1.2.840.10045.4.3.2":
            return 400, {"error": "invalid_request"}
        digest = base64.b64decode(asked["hash"][0])
        signature = self._pair(key).key.sign(digest, ec.ECDSA(utils.Prehashed(SHA256())))
        return 200, {"signatures": [base64.b64encode(signature).decode()]}

    def _pair(self, key):
        return self.authority.holder(key, Wanted(Kind.OFFICER, key, "UBND xã Thiên Nhẫn"))


class Server(ThreadingHTTPServer):
    """Keeps silent about callers that do not trust it."""

    def handle_error(self, request, client_address):
        return


ODD = {
    "html": (200, b"<html>"),
    "list": (200, []),
    "empty": (200, {"cert": {"certificates": []}}),
    "noise": (200, {"cert": {"certificates": ["###"]}}),
    "long": (200, b'"' + b"x" * 2_000_000 + b'"'),
    "elsewhere": (302, b""),
}


@contextmanager
def running(folder, authority):
    """Serve; gives the address and a context that trusts the service."""
    server = Server(("127.0.0.1", 0), type("Bound", (Handler,), {"authority": authority}))
    path = folder / "tls.pem"
    path.write_bytes(_own_tls())
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(path)
    server.socket = served.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_port}/csc/v1", ssl.create_default_context(cafile=path)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _own_tls() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(here, critical=False)
        .sign(key, SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return secret + certificate.public_bytes(Encoding.PEM)

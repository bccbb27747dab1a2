"""A small real SMTP server for tests: takes letters, or misbehaves by the recipient's name."""

import contextlib
import socketserver
import threading


class Sink(socketserver.ThreadingTCPServer):
    """Keeps every letter it took."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.letters = []
        self.users = []
        self.down = 0
        self.url = f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        if self.server.down > 0:
            self.server.down -= 1
            return self.say("421 dang bao tri")
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
            self.say("250-sink\r\n250 AUTH PLAIN")
        elif verb == "AUTH":
            self.server.users.append(line)
            self.say("235 moi vao")
        elif verb == "QUIT":
            self.say("221 chao")
            return False
        else:
            self.say("250 duoc")
        return True

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
def running():
    """A sink that listens for as long as the test runs."""
    with Sink() as sink:
        thread = threading.Thread(target=sink.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield sink
        finally:
            sink.shutdown()
            thread.join()

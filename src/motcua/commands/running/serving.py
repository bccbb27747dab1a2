"""The command line of the web server, and the port it needs."""

import argparse
import errno
import socket
import sys

from motcua.bootstrap.addresses import obstacle
from motcua.bootstrap.errors import BootstrapError, PortInUse
from motcua.commands.arguments import count

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--host", default=DEFAULT_HOST, help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=port_number, default=DEFAULT_PORT, help="port (default: %(default)s)")
    parser.add_argument("--workers", type=count(1), default=2, help="processes (default: %(default)s)")
    parser.add_argument(
        "--threads", type=count(1), default=4, help="threads a process (default: %(default)s)"
    )


def command(host: str, port: int, workers: int, threads: int) -> list[str]:
    """Return the command line of the web server."""
    options = {
        "--interface": "wsgi",
        "--host": host,
        "--port": str(port),
        "--workers": str(workers),
        "--blocking-threads": str(threads),
        "--blocking-threads-idle-timeout": "600",
        "--workers-kill-timeout": "10",
        "--log-level": "warning",
    }
    flags = ["--no-ws", "--respawn-failed-workers"]
    words = [word for pair in options.items() for word in pair]
    return [sys.executable, "-m", "granian", *words, *flags, "motcua.config.wsgi:application"]


def check_port(host: str, port: int) -> None:
    """Refuse an address at which we cannot listen, and say why."""
    problem = obstacle(host, port)
    if problem is None:
        return
    if isinstance(problem, socket.gaierror) or problem.errno == errno.EADDRNOTAVAIL:
        raise BootstrapError(f"This machine has no address {host}: choose another --host.")
    if problem.errno == errno.EACCES:
        raise BootstrapError(f"This user may not listen on port {port}: choose one from 1024 with --port.")
    raise PortInUse(f"Another program already listens on {host}:{port}: stop it or choose another --port.")


def port_number(text: str) -> int:
    """Read a port number."""
    number = count()(text)
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number

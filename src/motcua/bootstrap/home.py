"""Where an installation keeps what it writes: database, uploaded files, secrets, logs."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from motcua.bootstrap import secrets
from motcua.bootstrap.errors import BootstrapError, NotWritable
from motcua.bootstrap.secrets import Secrets
from motcua.bootstrap.unprivileged import ServerUser, can_enter, server_user

PACKAGE = Path(__file__).resolve().parents[1]
ENVIRONMENTS = ("development", "production")
PRIVATE = ("files", "simulators")
"""The folders with people's papers and with the codes that were sent to them."""


@dataclass(frozen=True, slots=True)
class Home:
    """One installation: its folder, its secrets, and who runs its embedded server.

    `url` is the foreign database when one is set; `binaries` a foreign folder of PostgreSQL programs;
    `notice` a sentence to show once when the data does not lie in the clone.
    """

    var: Path
    secrets: Secrets
    user: ServerUser | None = None
    url: str | None = None
    binaries: Path | None = None
    notice: str | None = None

    @property
    def server(self) -> Path:
        """The folder of the embedded server."""
        return self.var / "pg"

    @property
    def data(self) -> Path:
        """The folder of its cluster."""
        return self.server / "data"

    @property
    def logs(self) -> Path:
        """The folder of all logs."""
        return self.var / "log"


def locate(environ: Mapping[str, str] | None = None) -> Home:
    """Find this installation's home, making folder and secrets the first time."""
    env = os.environ if environ is None else environ
    if (kind := env.get("MOTCUA_ENV") or ENVIRONMENTS[0]) not in ENVIRONMENTS:
        raise BootstrapError(f"MOTCUA_ENV is {kind!r}: give {' or '.join(ENVIRONMENTS)}.", 2)
    url = env.get("MOTCUA_DATABASE_URL") or None
    user = None if url else server_user()
    var, notice = place(env, clone(), user)
    make(var)
    binaries = env.get("MOTCUA_PG_BIN")
    return Home(
        var=var,
        secrets=secrets.obtain(var, env),
        user=user,
        url=url,
        binaries=Path(binaries).resolve() if binaries else None,
        notice=notice,
    )


def whereabouts(environ: Mapping[str, str] | None = None) -> Path:
    """Return the folder of this installation's home without making anything in it."""
    env = os.environ if environ is None else environ
    return place(env, clone(), None if env.get("MOTCUA_DATABASE_URL") else server_user())[0]


def clone() -> Path | None:
    """Return the folder of the source checkout, or None for an installed package."""
    top = PACKAGE.parents[1]
    return top if (top / "pyproject.toml").is_file() and PACKAGE.parent.name == "src" else None


def place(env: Mapping[str, str], top: Path | None, user: ServerUser | None) -> tuple[Path, str | None]:
    """Choose the folder, and the sentence to say when it is not where one would look for it."""
    asked = env.get("MOTCUA_VAR")
    if asked:
        wanted = closed = Path(asked).absolute()
    elif top is not None:
        wanted, closed = top / "var", top
    else:
        return _state_folder(env), None
    if user is None or can_enter(wanted, user):
        return wanted, None
    var = _state_folder(env) / hashlib.sha256(str(closed).encode()).hexdigest()[:12]
    return var, f"The user '{user.name}', who runs PostgreSQL, cannot enter {closed}: the data goes to {var}."


def _state_folder(env: Mapping[str, str]) -> Path:
    if os.geteuid() == 0:
        return Path("/var/lib/motcua")
    state = env.get("XDG_STATE_HOME")
    return Path(state) / "motcua" if state else Path.home() / ".local/state/motcua"


def make(var: Path) -> None:
    """Make the folder, open to pass through but not to list; never touch the rights of a parent.

    The folders with personal data are for this user alone, also where an earlier version left them open.
    """
    try:
        fresh = [step for step in (var, *var.parents) if not step.exists()]
        for step in reversed(fresh):
            step.mkdir(exist_ok=True)
            step.chmod(0o711)
        if not os.access(var, os.W_OK | os.X_OK):
            raise NotWritable(f"The folder {var} is not writable for this user.")
        for private in (var / name for name in PRIVATE):
            private.mkdir(exist_ok=True)
            if private.stat().st_mode & 0o077:
                private.chmod(0o700)
    except OSError as problem:
        raise NotWritable(f"The folder {var} cannot be made: {problem.strerror}.") from None

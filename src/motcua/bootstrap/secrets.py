"""The secrets of one installation: made once, kept in one file that only its owner can read."""

import json
import os
import secrets as random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from motcua.bootstrap.errors import BootstrapError

FILE = "secrets.json"


@dataclass(frozen=True, slots=True)
class Secrets:
    """Django's key, the sealing keys, and the passwords of the three database roles."""

    secret_key: str = field(repr=False)
    keys: dict[str, bytes] = field(repr=False)
    primary: str
    index_key: bytes = field(repr=False)
    owner_password: str = field(repr=False)
    app_password: str = field(repr=False)
    superuser_password: str = field(repr=False)


def obtain(var: Path, environ: Mapping[str, str]) -> Secrets:
    """Read the secrets of this folder, making them the first time; the environment overrides the file."""
    path = var / FILE
    if not path.exists():
        _write_once(path, _fresh())
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return _assemble(stored, environ)
    except PermissionError:
        raise BootstrapError(
            f"{path} belongs to another user: run motcua as the user who installed it."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BootstrapError(
            f"{path} is damaged: restore it from a backup, its keys open stored data.", 4
        ) from None


def _assemble(stored: dict[str, Any], environ: Mapping[str, str]) -> Secrets:
    keys = dict(stored["keys"])
    if given := environ.get("MOTCUA_SEALING_KEYS"):
        keys = dict(pair.split(":", 1) for pair in given.split(","))
    primary = environ.get("MOTCUA_SEALING_PRIMARY", stored["primary"])
    if primary not in keys:
        raise BootstrapError(f"The primary sealing key '{primary}' is not among the sealing keys.", 4)
    return Secrets(
        secret_key=environ.get("MOTCUA_SECRET_KEY", stored["secret_key"]),
        keys={name: bytes.fromhex(value) for name, value in keys.items()},
        primary=primary,
        index_key=bytes.fromhex(environ.get("MOTCUA_INDEX_KEY", stored["index_key"])),
        owner_password=environ.get("MOTCUA_OWNER_PASSWORD", stored["owner_password"]),
        app_password=environ.get("MOTCUA_APP_PASSWORD", stored["app_password"]),
        superuser_password=stored["superuser_password"],
    )


def _fresh() -> dict[str, object]:
    return {
        "secret_key": random.token_urlsafe(48),
        "keys": {"k1": random.token_hex(32)},
        "primary": "k1",
        "index_key": random.token_hex(32),
        "owner_password": random.token_urlsafe(24),
        "app_password": random.token_urlsafe(24),
        "superuser_password": random.token_urlsafe(24),
    }


def _write_once(path: Path, content: dict[str, object]) -> None:
    """Make the file appear whole or not at all; of two processes that race, the first one wins."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{random.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            json.dump(content, out, indent=1)
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()

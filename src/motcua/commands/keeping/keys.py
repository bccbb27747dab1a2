"""The keys, kept apart: whoever has database and keys reads everything, whoever has only one reads nothing sealed."""

import hmac
import json
import os
from collections.abc import Mapping
from pathlib import Path

from motcua.bootstrap import secrets
from motcua.bootstrap.errors import BootstrapError
from motcua.bootstrap.secrets import FILE, Secrets

INDEX = "index key"


def proofs(keep: Secrets) -> dict[str, str]:
    """Return by key what tells it from any other and gives nothing away: an HMAC under the key itself."""
    return {name: _proof(key) for name, key in [*keep.keys.items(), (INDEX, keep.index_key)]}


def differing(known: Mapping[str, str], keep: Secrets) -> list[str]:
    """Name the keys of a backup that are not among these."""
    ours = proofs(keep)
    return [name for name, proof in known.items() if ours.get(name) != proof]


def read(folder: Path) -> Secrets:
    """Read the keys that a backup put into this folder."""
    if not (folder / FILE).is_file():
        raise BootstrapError(f"There are no keys in {folder}: {FILE} is missing.", 4)
    return secrets.obtain(folder, {})


def write(folder: Path, keep: Secrets) -> None:
    """Write the keys, readable by nobody else; never over keys that open something else."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (folder / FILE).exists() and differing(proofs(read(folder)), keep):
        raise BootstrapError(
            f"{folder}/{FILE} holds keys that this installation does not have: they open something else, so "
            "they are not overwritten. Name another folder.",
            1,
        )
    place(folder / FILE, keep)


def place(path: Path, keep: Secrets) -> None:
    """Write the file of secrets whole or not at all."""
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(_content(keep), out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def _content(keep: Secrets) -> dict[str, object]:
    return {
        "secret_key": keep.secret_key,
        "keys": {name: key.hex() for name, key in keep.keys.items()},
        "primary": keep.primary,
        "index_key": keep.index_key.hex(),
        "owner_password": keep.owner_password,
        "app_password": keep.app_password,
        "superuser_password": keep.superuser_password,
    }


def _proof(key: bytes) -> str:
    return hmac.digest(key, b"motcua backup", "sha256").hex()[:16]

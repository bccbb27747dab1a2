"""Refuses to serve people with an installation that is not ready for them; every reason is told at once."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from motcua.bootstrap import home
from motcua.bootstrap.errors import BootstrapError
from motcua.commands.demonstration import staff
from motcua.commands.keeping.unfinished import refuse_half_restored
from motcua.gateways import registry
from motcua.training.queries.ground import is_ground

LEAST_LETTERS, LEAST_KINDS = 40, 12
"""As Django's own deploy check counts: short or monotonous keys are guessed."""


def check() -> None:
    """Refuse with every reason at once: half a restore first, then what is not ready."""
    where = home.locate()
    refuse_half_restored(where.var)
    found = [*registry.problems(), *_ground()]
    if settings.PRODUCTION:
        found += [*_demonstration(), *_second_factor(), *_backup(where.var), *_secrets(where)]
    if found:
        raise BootstrapError("Motcua does not start:\n" + "\n".join(f"- {one}" for one in found))


def _ground() -> Iterator[str]:
    """A training database and a real one are never taken for each other, in any environment."""
    if is_ground() and not settings.TRAINING:
        yield "This database is a training ground, nothing in it is real: start it with `motcua training`."
    if settings.TRAINING and not is_ground():
        yield "MOTCUA_TRAINING is set, but this database is no training ground: `motcua training` makes one."


def _demonstration() -> Iterator[str]:
    if known := staff.standing():
        yield (
            f"This database holds demonstration accounts ({', '.join(known)}) and invented dossiers: "
            "production needs a database of its own."
        )


def _second_factor() -> Iterator[str]:
    if settings.SECOND_FACTOR != "required":
        yield (
            f"MOTCUA_SECOND_FACTOR is {settings.SECOND_FACTOR!r}: in production a stolen password must not be "
            "enough to open people's dossiers. Remove the setting."
        )


def _backup(var: Path) -> Iterator[str]:
    named = os.environ.get("MOTCUA_BACKUP_TO", "")
    if not named:
        yield "MOTCUA_BACKUP_TO is not set: name the folder, on another disk, into which `motcua backup` writes."
        return
    folder = Path(named).resolve()
    if folder.is_relative_to(var.resolve()):
        yield f"MOTCUA_BACKUP_TO ({folder}) lies inside {var}: the backup would be lost with what it saves."
    elif not folder.is_dir():
        yield f"MOTCUA_BACKUP_TO ({folder}) does not exist: make the folder, or connect its disk."
    elif not os.access(folder, os.W_OK | os.X_OK):
        yield f"MOTCUA_BACKUP_TO ({folder}) is not writable for this user: no backup could be made."


def _secrets(where: home.Home) -> Iterator[str]:
    keep = where.secrets
    words = {
        "MOTCUA_SECRET_KEY": keep.secret_key,
        "MOTCUA_INDEX_KEY": keep.index_key.hex(),
        **{f"the sealing key {name}": key.hex() for name, key in keep.keys.items()},
    }
    for name, value in words.items():
        if len(value) < LEAST_LETTERS or len(set(value)) < LEAST_KINDS:
            yield f"{name} is too short or too plain to be a secret: draw it at random (`openssl rand -hex 32`)."
    if len(set(words.values())) < len(words):
        yield "Two secrets are the same: each needs a value of its own."
    for name, value in (("owner", keep.owner_password), ("application", keep.app_password)):
        if len(value) < 16:
            yield f"The password of the database role of the {name} is shorter than 16 characters."
    if (where.var / "demonstration.json").exists():
        yield f"{where.var} held a demonstration: its secrets are known to who tried it. Use an empty folder."

"""Refuses to serve from a folder into which a restore is only half done."""

from pathlib import Path

from motcua.bootstrap.errors import BootstrapError

NOTE = "restoring"
"""The file that a restore writes first and removes when everything is proven."""


def refuse_half_restored(var: Path) -> None:
    """Refuse, and say how to go on."""
    if (var / NOTE).exists():
        raise BootstrapError(
            f"A restore into {var} began and was not proven to the end ({var / NOTE} stands there): run the same "
            "`motcua restore` again, or restore into an empty folder (MOTCUA_VAR). Nothing was started.",
            1,
        )

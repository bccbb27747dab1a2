"""A folder that the database's user can enter, for command lines run as other processes."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def folder():
    made = Path(tempfile.mkdtemp(prefix="motcua-commands-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def motcua(folder):
    """Run `motcua` in a home of its own."""

    def run(*words, **env):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")}
        return subprocess.run(
            [sys.executable, "-m", "motcua.commands", *words],
            env=kept | {"MOTCUA_VAR": str(folder / "var")} | env, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run

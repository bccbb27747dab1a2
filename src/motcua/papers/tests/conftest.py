"""Each test has a folder of files of its own."""

import pytest


@pytest.fixture(autouse=True)
def files_root(settings, tmp_path):
    """The folder in which files lie."""
    settings.FILES_ROOT = tmp_path / "files"
    return settings.FILES_ROOT

"""Large libraries that few acts need: loaded with the first of those acts, not into every process.

A workbook library takes 20 to 34 MB of each of five processes, for a file that an office takes once a month.
"""

from importlib import import_module
from typing import Any


def large(name: str) -> Any:
    """Give a library by name, loading it when this process has not done so yet."""
    return import_module(name)

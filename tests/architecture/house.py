"""The source of the house as syntax trees, read once."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "motcua"


@cache
def modules(*, with_tests: bool = False) -> dict[Path, ast.Module]:
    """Parse every module of the product; migrations never, tests when asked."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).parts
        if "migrations" in parts or ("tests" in parts and not with_tests):
            continue
        found[path] = ast.parse(path.read_text("utf-8"))
    return found


def name_of(path: Path) -> str:
    """Name a module's path from the root, for messages."""
    return str(path.relative_to(ROOT))

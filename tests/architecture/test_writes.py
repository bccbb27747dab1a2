"""Writes live in operations; only the edges ask the clock; operations are told who and when."""

import ast
from pathlib import Path

from tests.architecture.house import SOURCE, modules, name_of

WRITES = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "update_or_create",
    "get_or_create",
    "delete",
    "update",
}
ROOMS_THAT_WRITE_THEMSELVES = {"ledger", "bootstrap", "commands"}
CLOCKS = {
    ("datetime", "now"),
    ("date", "today"),
    ("datetime", "utcnow"),
    ("timezone", "now"),
    ("time", "time"),
}


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def _in_operations(path: Path) -> bool:
    return any(part in ("operations", "operations.py") for part in path.relative_to(SOURCE).parts)


def _is_queryset(node: ast.expr) -> bool:
    return "objects" in ast.unparse(node)


def test_rows_are_written_only_in_operations():
    odd = []
    for path, tree in modules().items():
        if _in_operations(path) or _room(path) in ROOMS_THAT_WRITE_THEMSELVES:
            continue
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in WRITES
            ) and (_is_queryset(node.func.value) or node.func.attr in ("bulk_create", "update_or_create")):
                odd.append(f"{name_of(path)}:{node.lineno}")
    assert odd == []


def test_every_operation_is_keyword_only_and_is_told_who_and_when():
    odd = []
    for path, tree in modules().items():
        if not _in_operations(path):
            continue
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                names = {one.arg for one in node.args.kwonlyargs}
                if node.args.args or not {"by", "at"} <= names:
                    odd.append(f"{name_of(path)}:{node.lineno} {node.name}")
    assert odd == []


def test_only_the_edges_ask_the_clock():
    odd = []
    for path, tree in modules().items():
        if path == SOURCE / "gateways" / "clock.py" or _room(path) in ("bootstrap", "commands"):
            continue
        for node in ast.walk(tree):
            asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if asks and (ast.unparse(node.func.value).split(".")[-1], node.func.attr) in CLOCKS:
                odd.append(f"{name_of(path)}:{node.lineno}")
            if (
                isinstance(node, ast.ImportFrom)
                and node.module == "motcua.gateways.clock"
                and not _edge(path)
            ):
                odd.append(f"{name_of(path)}:{node.lineno}")
            if isinstance(node, ast.ImportFrom) and node.module == "motcua.gateways" and not _edge(path):
                odd += [f"{name_of(path)}:{node.lineno}" for one in node.names if one.name == "clock"]
    assert odd == []


def _edge(path: Path) -> bool:
    return _room(path) in ("web", "commands", "config", "gateways")


def test_no_hidden_machinery():
    """No Django signals, no save() override, no registration in ready()."""
    odd = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and "django.db.models.signals" in node.module:
                odd.append(f"{name_of(path)}:{node.lineno}")
            if isinstance(node, ast.ClassDef):
                odd += [
                    f"{name_of(path)}:{one.lineno} {node.name}.{one.name}"
                    for one in node.body
                    if isinstance(one, ast.FunctionDef)
                    and one.name in ("save", "ready")
                    and any(
                        "Model" in ast.unparse(base) or "AppConfig" in ast.unparse(base)
                        for base in node.bases
                    )
                ]
    assert odd == []


def test_no_question_about_law_is_called_current():
    odd = [
        f"{name_of(path)}:{node.lineno}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and "current" in node.name
    ]
    assert odd == []

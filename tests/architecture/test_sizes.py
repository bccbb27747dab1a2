"""Small files, small functions, few parameters, no import inside a function, a docstring everywhere."""

import ast

from tests.architecture.house import modules, name_of

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_no_file_passes_400_lines():
    long = [
        name_of(path) for path in modules(with_tests=True) if len(path.read_text("utf-8").splitlines()) > 400
    ]
    assert long == []


def test_no_function_passes_60_lines_or_7_parameters():
    odd = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, FUNCTION):
                given = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
                given = [one for one in given if one.arg not in ("self", "cls")]
                if (node.end_lineno or 0) - node.lineno + 1 > 60 or len(given) > 7:
                    odd.append(f"{name_of(path)}:{node.lineno} {node.name}")
    assert odd == []


def test_nothing_is_imported_inside_a_function():
    odd = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, FUNCTION):
                odd += [
                    f"{name_of(path)}:{inner.lineno}"
                    for inner in ast.walk(node)
                    if isinstance(inner, ast.Import | ast.ImportFrom)
                ]
    assert odd == []


def test_every_module_says_what_it_is_for():
    assert [
        name_of(path) for path, tree in modules(with_tests=True).items() if not ast.get_docstring(tree)
    ] == []

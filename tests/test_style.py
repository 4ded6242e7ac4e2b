"""The numbers of ../shared/STYLE.md, measured over the source: small modules, small functions, nothing bare."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "qatynas"
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> dict[str, str]:
    """Source of every module by its path; an `__init__` that holds nothing but a docstring would flatter."""
    texts = {str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py"))}
    return {name: text for name, text in texts.items() if len(text.splitlines()) > 5}


def functions() -> Iterator[tuple[str, Function]]:
    """Every function with the place where it stands."""
    for name, text in modules().items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, Function):
                yield f"{name}:{node.lineno} {node.name}", node


def p95(lengths: list[int]) -> float:
    return quantiles(lengths, n=20, method="inclusive")[-1]


def longest(lengths: dict[str, int]) -> str:
    return ", ".join(f"{name} ({lines})" for name, lines in sorted(lengths.items(), key=lambda item: -item[1])[:8])


@pytest.fixture(scope="module")
def module_lines() -> dict[str, int]:
    return {name: len(text.splitlines()) for name, text in modules().items()}


@pytest.fixture(scope="module")
def function_lines() -> dict[str, int]:
    return {name: (node.end_lineno or node.lineno) - node.lineno + 1 for name, node in functions()}


def test_the_median_module_has_at_most_120_lines(module_lines: dict[str, int]):
    assert median(module_lines.values()) <= 120, longest(module_lines)


def test_nineteen_modules_of_twenty_have_at_most_400_lines(module_lines: dict[str, int]):
    assert p95([*module_lines.values()]) <= 400, longest(module_lines)


def test_the_median_function_has_at_most_8_lines(function_lines: dict[str, int]):
    assert median(function_lines.values()) <= 8, longest(function_lines)


def test_nineteen_functions_of_twenty_have_at_most_35_lines(function_lines: dict[str, int]):
    assert p95([*function_lines.values()]) <= 35, longest(function_lines)


def bare(node: Function) -> list[str]:
    """What has no annotation: parameters (but for self and cls) and the result."""
    known = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    known += [extra for extra in (node.args.vararg, node.args.kwarg) if extra]
    names = [arg.arg for arg in known if arg.annotation is None and arg.arg not in {"self", "cls"}]
    return names + (["return"] if node.returns is None else [])


def test_everything_is_annotated():
    assert {name: missing for name, node in functions() if (missing := bare(node))} == {}


def undocumented(node: ast.AST, prefix: str) -> Iterator[str]:
    """Public functions and classes of a body without a docstring; public methods too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_"):
            if ast.get_docstring(child) is None:
                yield f"{prefix}:{child.lineno} {child.name}"
            if isinstance(child, ast.ClassDef):
                yield from undocumented(child, prefix)


def test_every_public_function_and_class_has_a_docstring():
    assert [bad for name, text in modules().items() for bad in undocumented(ast.parse(text), name)] == []

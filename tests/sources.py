"""The program's own source, for tests that read it: each module is parsed once, however many look at it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import factcheck

PACKAGE = Path(factcheck.__file__).parent
UI = PACKAGE / "ui"


def modules(below: Path = PACKAGE) -> list[Path]:
    """All modules in a folder."""
    return sorted(below.rglob("*.py"))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def everywhere(below: Path = PACKAGE) -> Iterator[tuple[Path, ast.AST]]:
    """Everything in all modules of a folder, each with its module."""
    return ((path, node) for path in modules(below) for node in nodes(path))


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    """Everything in a module, as `ast.walk` gives it."""
    return tuple(ast.walk(tree(module)))

"""The sources that the architecture tests read, each parsed once."""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "clew"


@dataclass(frozen=True, slots=True)
class Source:
    """One module: where it is and what it says."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return parse(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds)]

    def at(self, node: ast.stmt | ast.expr | ast.arg | ast.keyword, finding: str) -> str:
        """Return a finding as an editor understands it: file, line, text."""
        return f"{self.path}:{node.lineno}: {finding}"


@functools.cache
def parse(text: str) -> ast.Module:
    return ast.parse(text)


@functools.cache
def package_sources() -> tuple[Source, ...]:
    """Return every module of `clew`, by its path from the root of the repository."""
    return tuple(
        Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if "static" not in path.relative_to(PACKAGE).parts
    )


def imports(source: Source) -> list[tuple[ast.stmt, str]]:
    """Return what a module imports, by full name: `from a import b` is `a.b`."""
    found: list[tuple[ast.stmt, str]] = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            found += [(node, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(node, f"{node.module or ''}.{name.name}") for name in node.names]
    return found


def none_of(findings: list[str]) -> None:
    """Fail the test with every finding on a line of its own."""
    if findings:
        pytest.fail(f"{len(findings)} found:\n" + "\n".join(findings), pytrace=False)

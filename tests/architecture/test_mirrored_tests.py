"""Every module with logic has its test where one looks for it.

`clew/domain/moves.py` is tested by `tests/domain/test_moves.py`, or by the files of a folder
`tests/domain/moves/` when that is too much for one.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, Source, none_of, package_sources

# Alembic's own scripts; the contract suite of storage runs them.
EXEMPT = ("clew/storage/migrations/",)


def has_logic(source: Source) -> bool:
    """Return whether a module decides anything. Types, tables and protocols only declare."""
    return any(
        not is_declaration(statement)
        for function in source.functions
        if function.name not in ("__init__", "__post_init__")
        for statement in function.body
    )


def is_declaration(statement: ast.stmt) -> bool:
    """Return whether a statement of a body is a docstring, `...`, `pass`, or a constant answer."""
    match statement:
        case ast.Expr(value=ast.Constant()) | ast.Pass() | ast.Return(value=None | ast.Constant()):
            return True
    return False


def is_tested(source: Source, root: Path) -> bool:
    """Return whether the mirrored test of a module exists."""
    module = Path(source.path).with_suffix("").relative_to("clew")
    mirrored = root / "tests" / module.parent
    stem = module.stem.lstrip("_")
    return (mirrored / f"test_{stem}.py").exists() or any((mirrored / stem).glob("test_*.py"))


def untested(sources: tuple[Source, ...], root: Path) -> list[str]:
    """Return the modules that lack their test."""
    return [
        source.path
        for source in sources
        if not source.path.endswith("__init__.py")
        and not source.path.startswith(EXEMPT)
        and has_logic(source)
        and not is_tested(source, root)
    ]


def test_every_module_with_logic_has_its_test() -> None:
    none_of(untested(package_sources(), ROOT))


def test_a_missing_test_is_noticed(tmp_path: Path) -> None:
    planted = Source("clew/domain/planted.py", "def double(n):\n    return n * 2\n")

    assert untested((planted,), tmp_path) == ["clew/domain/planted.py"]


@pytest.mark.parametrize("place", ["test_planted.py", "planted/test_doubling.py"])
def test_a_test_at_the_mirrored_path_is_found(tmp_path: Path, place: str) -> None:
    planted = Source("clew/domain/planted.py", "def double(n):\n    return n * 2\n")
    test = tmp_path / "tests" / "domain" / place
    test.parent.mkdir(parents=True)
    test.touch()

    assert untested((planted,), tmp_path) == []


def test_a_declaration_needs_no_test() -> None:
    declared = 'class Store(Protocol):\n    def get(self) -> int:\n        """Read."""\n        ...'

    assert not has_logic(Source("clew/ports/planted.py", declared))

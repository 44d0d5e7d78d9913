"""Small pieces: what does not fit on a screen is hard to hold in the mind."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, Source, none_of, package_sources

MAX_MODULE_LINES = 300
MAX_MEDIAN_LINES = 100
MAX_FUNCTION_LINES = 50
MAX_POSITIONAL = 5
# A migration is a record of what was done to tables, written once and never read as a program.
RECORDS = "clew/storage/migrations/versions/"
# As short, while a story in a browser is told in one go. eslint counts the lines of scripts.
BESIDE = ("tests/**/*.py", "benchmarks/*.py", "fuzz/*.py", "scripts/*.py", "frontend/src/**/*.css")


def oversizes(source: Source) -> list[str]:
    """Return what is too large in a module."""
    if source.path.startswith(RECORDS):
        return []
    found = []
    if source.lines > MAX_MODULE_LINES:
        found.append(f"{source.path}: {source.lines} lines")
    for function in source.functions:
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > MAX_FUNCTION_LINES:
            found.append(source.at(function, f"{function.name} has {lines} lines"))
        positional = [*function.args.posonlyargs, *function.args.args]
        count = len([argument for argument in positional if argument.arg not in ("self", "cls")])
        if count > MAX_POSITIONAL:
            found.append(source.at(function, f"{function.name} takes {count} by position"))
    return found


def median_lines(sources: tuple[Source, ...]) -> float:
    """Return the median length of the modules that say something."""
    return statistics.median(source.lines for source in sources if source.text.strip())


def test_modules_and_functions_are_small() -> None:
    none_of([finding for source in package_sources() for finding in oversizes(source)])


@pytest.mark.parametrize("pattern", BESIDE)
def test_modules_beside_the_package_are_no_longer(pattern: str) -> None:
    paths = sorted(Path(ROOT).glob(pattern))

    lines = {path: len(path.read_text("utf-8").splitlines()) for path in paths}

    assert lines
    none_of(
        [
            f"{path.relative_to(ROOT)}: {count} lines"
            for path, count in lines.items()
            if count > MAX_MODULE_LINES
        ]
    )


def test_most_modules_are_very_small() -> None:
    assert median_lines(package_sources()) <= MAX_MEDIAN_LINES


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n" * (MAX_MODULE_LINES + 1),
        "def tell():\n" + "    x = 1\n" * MAX_FUNCTION_LINES,
        "def tell(a, b, c, d, e, f): ...",
        "class Teller:\n    def tell(self, a, b, c, /, d, e, f): ...",
    ],
)
def test_what_is_too_large_is_noticed(text: str) -> None:
    assert oversizes(Source("clew/services/planted.py", text)) != []


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n" * MAX_MODULE_LINES,
        "def tell():\n" + "    x = 1\n" * (MAX_FUNCTION_LINES - 1),
        "class Teller:\n    def tell(self, a, b, c, d, e, *, f, g): ...",
    ],
)
def test_what_just_fits_is_not_blamed(text: str) -> None:
    assert oversizes(Source("clew/services/planted.py", text)) == []


def test_empty_modules_do_not_make_the_median_smaller() -> None:
    long = Source("clew/a.py", "x = 1\n" * 200)
    empty = Source("clew/b/__init__.py", "")

    assert median_lines((long, empty, empty)) == 200

"""The domain is pure: what it returns depends on its arguments alone.

No clock, no chance, no files, no network, no logging, nothing asynchronous; and nothing is imported
but the standard library's pure parts and the domain itself.
"""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import Source, imports, none_of, package_sources

PURE = {
    "__future__",
    "abc",
    "bisect",
    "calendar",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "graphlib",
    "hashlib",
    "heapq",
    "itertools",
    "math",
    "operator",
    "re",
    "statistics",
    "string",
    "types",
    "typing",
    "unicodedata",
    "uuid",  # the type; minting is refused below
    "zoneinfo",  # reads the zone table, which is data like our own
}
IMPURE_CALLS = {
    "now",
    "utcnow",
    "today",
    "uuid1",
    "uuid4",
    "uuid6",
    "uuid7",
    "open",
    "print",
    "input",
    "eval",
    "exec",
    "__import__",
}
ASYNCHRONOUS = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)


def impurities(source: Source) -> list[str]:
    """Return what is impure in a module of the domain."""
    found = [
        source.at(node, f"imports {name}")
        for node, name in imports(source)
        if name.split(".")[0] not in PURE and not name.startswith("clew.domain.")
    ]
    for node in ast.walk(source.tree):
        if isinstance(node, ASYNCHRONOUS):
            found.append(source.at(node, "is asynchronous"))
        if isinstance(node, ast.Call) and called(node) in IMPURE_CALLS:
            found.append(source.at(node, f"calls {called(node)}"))
        if isinstance(node, ast.Global | ast.Nonlocal):
            found.append(source.at(node, "changes a name outside"))
    return found


def called(call: ast.Call) -> str:
    """Return the last part of the name that is called."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def test_the_domain_is_pure() -> None:
    domain = [source for source in package_sources() if source.path.startswith("clew/domain/")]

    assert domain != []
    none_of([finding for source in domain for finding in impurities(source)])


@pytest.mark.parametrize(
    "line",
    [
        "import datetime\nat = datetime.datetime.now(datetime.UTC)",
        "from datetime import date\nday = date.today()",
        "import uuid\nkey = uuid.uuid4()",
        "import random",
        "import logging",
        "import time",
        "from pathlib import Path",
        "from clew.ports import store",
        "from clew import settings",
        "from . import case",
        "import msgspec",
        "text = open('notes').read()",
        "async def decide(): ...",
        "seen = 0\ndef count():\n    global seen\n    seen += 1",
    ],
)
def test_an_impurity_is_noticed(line: str) -> None:
    assert impurities(Source("clew/domain/planted.py", line)) != []


def test_a_pure_module_is_not_blamed() -> None:
    pure = "from datetime import datetime\nfrom clew.domain.ids import CaseId\n"

    assert impurities(Source("clew/domain/planted.py", pure)) == []

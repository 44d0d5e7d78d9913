"""One word per thing: the glossary's last column is said nowhere in our names.

Only names that we choose are looked at (what a module defines, and its file): a name of another
program's interface may be used, and under `clew/channels/` also defined.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import ROOT, Source, none_of, package_sources

EXEMPT = "clew/channels/"
EMPTY_MODULE_NAMES = {"utils", "helpers", "common", "manager", "base", "core", "misc"}
EMPTY_PREFIXES = ("do_", "handle_", "process_")
LAST_COLUMN = 2


@functools.cache
def never_say() -> frozenset[tuple[str, ...]]:
    """Return the glossary's forbidden terms, each as its words in lower case."""
    rows = re.findall(r"^\|(.+)\|$", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.M)
    cells = [row.split("|")[LAST_COLUMN] for row in rows[2:]]
    terms = [term.strip() for cell in cells for term in cell.split(",")]
    return frozenset(tuple(term.lower().split()) for term in terms if term)


def words(name: str) -> list[str]:
    """Return the words of a name, however they are joined: `ChatThread`, `chat_thread`."""
    spaced = re.sub(r"([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])", r"\1\3 \2\4", name)
    return [word.lower() for word in re.split(r"[\W_]+", spaced) if word]


def forbidden(name: str) -> str | None:
    """Return the term that a name must not hold, in the singular or the plural."""
    said = words(name)
    singular = [word.removesuffix("s") for word in said]
    for term in never_say():
        starts = range(len(said) - len(term) + 1)
        if any(
            tuple(form[start : start + len(term)]) == term
            for form in (said, singular)
            for start in starts
        ):
            return " ".join(term)
    return None


def names(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Yield every name that a module chooses: what it defines, assigns, takes and imports as."""
    for node in ast.walk(source.tree):
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
                | ast.arg(arg=name)
                | ast.Name(id=name, ctx=ast.Store())
                | ast.Attribute(attr=name, ctx=ast.Store())
                | ast.alias(asname=str(name))
            ):
                yield node, name


def wrong_words(source: Source) -> list[str]:
    """Return the forbidden words in a module's names and in its file name."""
    found = []
    parts = source.path.removesuffix(".py").split("/")
    for part in parts:
        term = forbidden(part) or next(iter(EMPTY_MODULE_NAMES.intersection(words(part))), None)
        if term:
            found.append(f"{source.path}: the file name says {term!r}")
    for node, name in names(source):
        line = getattr(node, "lineno", 1)
        term = None if source.path.startswith(EXEMPT) else forbidden(name)
        if term:
            found.append(f"{source.path}:{line}: {name} says {term!r}")
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if is_function and name.lstrip("_").startswith(EMPTY_PREFIXES):
            found.append(f"{source.path}:{line}: {name} does not say what it does")
    return found


def test_our_names_say_the_right_words() -> None:
    none_of([finding for source in package_sources() for finding in wrong_words(source)])


def test_the_glossary_is_read() -> None:
    assert {("ticket",), ("snooze",), ("chat", "thread"), ("eta",)} <= never_say()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("clew/domain/planted.py", "class SupportTicket: ..."),
        ("clew/domain/planted.py", "tickets = []"),
        ("clew/domain/planted.py", "def find(customer_id): ..."),
        ("clew/domain/planted.py", "class ChatThread: ..."),
        ("clew/domain/planted.py", "def f(self):\n    self.eta = 1"),
        ("clew/domain/planted.py", "import json as platform"),
        ("clew/domain/planted.py", "def handle_reply(): ..."),
        ("clew/domain/planted.py", "async def _process_reply(): ..."),
        ("clew/domain/tenants.py", ""),
        ("clew/web/web_utils.py", ""),
        ("clew/services/helpers/names.py", ""),
        ("clew/channels/whatsapp/inbound.py", "def handle_message(): ..."),
    ],
)
def test_a_wrong_word_is_noticed(path: str, text: str) -> None:
    assert wrong_words(Source(path, text)) != []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("clew/domain/planted.py", "import sys\nname = sys.platform"),
        ("clew/domain/planted.py", "misleading = meta = 1"),
        ("clew/channels/whatsapp/inbound.py", "customer_id = 1"),
    ],
)
def test_a_right_word_is_not_blamed(path: str, text: str) -> None:
    assert wrong_words(Source(path, text)) == []

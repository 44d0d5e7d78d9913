"""Whatever can be refused to somebody in the workspace is said in every language."""

import ast
import re
from collections.abc import Iterator

import pytest

from clew.ports.channel import DenyReason
from tests.architecture.sources import ROOT, Source, none_of, package_sources
from tests.architecture.test_catalogues import LOCALES, ORIGINAL, TRANSLATIONS, messages

FRONT_END = ROOT / "frontend" / "src"
# The chat has few words of its own for these, and never shows the server's.
VISITORS = ("clew/services/visitors/", "clew/domain/visitor.py")
# Never said to anybody who sits before a screen of ours.
ELSEWHERE = {"workspace_exists"}
PLACES = ("clew/domain/", "clew/services/", "clew/web/")
ERROR = re.compile(r'^class (\w+)\([^\n]*\):\n(?:(?!class ).*\n)*?    code = "(\w+)"', re.MULTILINE)
# What the web layer refuses, and what its framework does by itself.
PROBLEM = re.compile(r'\bcode="(\w+)"|^    \d{3}: \("(\w+)"', re.MULTILINE)
ENTRY = re.compile(r"^  (\w+): msg\('([\w-]+)'\)", re.MULTILINE)


def codes() -> set[str]:
    """Return every code that the workspace may be answered with."""
    asked = [one for one in package_sources() if one.path.startswith(PLACES)]
    agents = [one for one in asked if not one.path.startswith(VISITORS)]
    theirs = [pair for one in asked if one not in agents for pair in ERROR.findall(one.text)]
    services = "\n".join(one.text for one in agents if one.path.startswith("clew/services/"))
    both = {code for name, code in theirs if re.search(rf"\b{name}\b", services)}
    return {one for each in agents for one in codes_in(each)} - ELSEWHERE | both


def codes_in(source: Source) -> set[str]:
    """Return the codes that a module names."""
    found = {code for _, code in ERROR.findall(source.text)}
    if source.path.startswith("clew/web/"):
        found |= {one or other for one, other in PROBLEM.findall(source.text)}
    return found


def reasons(source: Source) -> Iterator[str]:
    """Yield why something cannot be sent, as a module names it."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if "CannotSend" in bases:
                yield from _first_words(node, "__init__")
    yield from _first_words(source.tree, "CannotSend")


def _first_words(tree: ast.AST, called: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and called == _name(node.func):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _name(called: ast.expr) -> str:
    return getattr(called, "id", getattr(called, "attr", ""))


def entries(path: str) -> list[tuple[str, str]]:
    """Return what tables of the front end say: a code or reason, and its message."""
    return ENTRY.findall((FRONT_END / path).read_text("utf-8"))


def test_codes_and_reasons_are_found() -> None:
    assert {"not_found", "store_unavailable", "too_large", "too_slow", "no_email"} <= codes()
    assert "code_is_wrong" not in codes()
    assert {"no_open_case", "is_confirmed"} <= {
        one for source in package_sources() for one in reasons(source)
    }


def test_the_front_end_has_words_for_every_refusal() -> None:
    said = {code for code, _ in entries("app/refusals.ts")}

    assert codes() <= said


def test_the_front_end_has_words_for_every_reason_that_something_cannot_be_sent() -> None:
    said = {
        code for path in ("refusals", "composer/reasons") for code, _ in entries(f"app/{path}.ts")
    }
    named = {one for source in package_sources() for one in reasons(source)}

    assert named | set(DenyReason) <= said


def test_the_front_end_knows_no_refusal_that_is_not() -> None:
    known = codes() | {one for source in package_sources() for one in reasons(source)}

    assert {code for code, _ in entries("app/refusals.ts")} <= known | set(DenyReason)


@pytest.mark.parametrize("language", [ORIGINAL, *TRANSLATIONS])
def test_every_refusal_has_its_words(language: str) -> None:
    said = dict(messages((LOCALES / language / "refusals.ftl").read_text("utf-8")))
    wanted = {one for _, one in entries("app/refusals.ts")}

    assert said.keys() <= wanted
    assert wanted - said.keys() <= {"refusal-unknown", "sign-in-wrong"}


def test_nobody_shows_the_words_of_the_server_by_themselves() -> None:
    """They are English; `refusals.ts` and `faults.ts` fall back on them for what is new."""
    own = {"refusals.ts", "faults.ts"}
    shown = [
        path.relative_to(ROOT).as_posix()
        for folder in ("app", "widget", "ui")
        for path in sorted((FRONT_END / folder).rglob("*.*"))
        if path.suffix in {".ts", ".vue"}
        and path.name not in own
        and re.search(
            r"\b(?:error\.message|(?:error|problem|body)\.detail)\b", path.read_text("utf-8")
        )
    ]

    none_of(shown)

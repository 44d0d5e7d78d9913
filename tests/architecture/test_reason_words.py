"""Whatever did not work is told in every language: reasons are sentences that have a code."""

import ast
import re
from string import Formatter

import pytest

from clew.domain.reasons import QUOTED, Reason
from tests.architecture.sources import ROOT, Source, none_of, package_sources
from tests.architecture.test_catalogues import LOCALES, ORIGINAL, TRANSLATIONS, messages

WORDS = ROOT / "frontend" / "src" / "app" / "why-words.ts"
ENTRY = re.compile(r"^  (\w+): msg\('([\w-]+)'\)", re.MULTILINE)
# What carries a reason to people, and where in its arguments.
CARRIERS = {
    **dict.fromkeys(("NotSent", "NoAnswer", "AddressIsForbidden", "FileIsMissing"), 0),
    **dict.fromkeys(("MailboxIsRefused", "MailboxIsAway", "GrantIsRefused", "LoginError"), 0),
    **dict.fromkeys(("Unparsable", "Unreadable", "Fault", "Misconfigured", "Unavailable"), 0),
    **dict.fromkeys(("Retry", "Doubt"), 0),
    **dict.fromkeys(("Refusal", "Barred", "Throttled"), 1),
    "LoginRefused": 2,
}
# Why a file of a contact could not be fetched is logged, and shown to nobody.
UNSEEN = {"clew/services/fetching.py", "clew/channels/whatsapp/media.py"}
FACTS = {
    one.name.lower(): {name for _, name, _, _ in Formatter().parse(one.value)} for one in Reason
}


def own_words(source: Source) -> list[str]:
    """Return where a module makes up a reason that nobody could translate."""
    return [
        f"{source.path}:{found.lineno}"
        for node in ast.walk(source.tree)
        if (found := reason_in(node)) is not None and is_made_up(found)
    ]


def reason_in(node: ast.AST) -> ast.expr | None:
    """Return the reason that is given a name here, or handed over."""
    if isinstance(node, ast.Assign):
        return node.value if ast.unparse(node.targets[0]) == "reason" else None
    return reason_of(node) if isinstance(node, ast.Call) else None


def reason_of(call: ast.Call) -> ast.expr | None:
    """Return the reason among the arguments of a call that carries one."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = CARRIERS.get(name)
    if place is None:
        return None
    named = [one.value for one in call.keywords if one.arg == "reason"]
    return next(iter([*named, *call.args[place : place + 1]]), None)


def is_made_up(reason: ast.expr) -> bool:
    """Say whether an expression holds words of its own."""
    return any(
        isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value
        for one in ast.walk(reason)
    )


def test_reasons_that_are_made_up_on_the_spot_are_found() -> None:
    made_up = Source("x.py", "NotSent(f'{host} is away')\nUnavailable(str(x))\nreason = 'a b'\n")

    assert sorted(own_words(made_up)) == ["x.py:1", "x.py:3"]


def test_no_reason_is_made_up_on_the_spot() -> None:
    seen = [
        one
        for one in package_sources()
        if one.path not in UNSEEN and not one.path.startswith("clew/demo/")
    ]

    none_of([place for source in seen for place in own_words(source)])


def test_the_front_end_has_words_for_every_reason() -> None:
    said = {code for code, _ in ENTRY.findall(WORDS.read_text("utf-8"))}

    assert said == FACTS.keys() | {QUOTED}


@pytest.mark.parametrize("language", [ORIGINAL, *TRANSLATIONS])
def test_every_reason_has_its_words(language: str) -> None:
    said = dict(messages((LOCALES / language / "reasons.ftl").read_text("utf-8")))
    wanted = ENTRY.findall(WORDS.read_text("utf-8"))

    assert said.keys() == {message for _, message in wanted}
    for code, message in wanted:
        assert said[message] <= FACTS.get(code, {"words"}), code

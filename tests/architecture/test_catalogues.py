"""Every language says everything: the same messages, with the same variables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from tests.architecture.sources import ROOT, none_of

LOCALES = ROOT / "locales"
ORIGINAL = "en"
TRANSLATIONS = ("hu", "pl", "ru")
# The chat window loads these catalogues and no other, so their names are their own.
ALONE = ("widget.ftl", "widget-seldom.ftl")


class Variables(visitor.Visitor):
    """Collects the variables that a part of a catalogue uses."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # fluent's
        self.found.add(node.id.name)


def read_catalogue(language: str) -> dict[str, set[str]]:
    """Return what a language says: each message and attribute, with the variables it uses.

    A language is one file (`en.ftl`) or a folder of files (`en/*.ftl`).
    """
    files = [LOCALES / f"{language}.ftl", *sorted((LOCALES / language).glob("**/*.ftl"))]
    text = "\n".join(
        path.read_text("utf-8") for path in files if path.exists() and path.name not in ALONE
    )
    alone = "\n".join((LOCALES / language / name).read_text("utf-8") for name in ALONE)
    return dict(messages(text)) | {f"widget: {name}": used for name, used in messages(alone)}


def messages(text: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the messages, terms and attributes of a catalogue; refuse what cannot be read."""
    seen: set[str] = set()
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, ast.Junk), f"cannot be read: {entry.content}"
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
        assert name not in seen, f"{name} is said twice"
        seen.add(name)
        if entry.value:
            yield name, variables(entry.value)
        for attribute in entry.attributes:
            yield f"{name}.{attribute.id.name}", variables(attribute)


def variables(part: ast.BaseNode) -> set[str]:
    """Return the names of the variables within a part of a catalogue."""
    collector = Variables()
    collector.visit(part)
    return collector.found


def differences(original: dict[str, set[str]], translation: dict[str, set[str]]) -> list[str]:
    """Return what a translation lacks, adds, or says with other variables."""
    both = original.keys() & translation.keys()
    return [
        *(f"{name} is missing" for name in sorted(original.keys() - translation.keys())),
        *(f"{name} is unknown" for name in sorted(translation.keys() - original.keys())),
        *(
            f"{name} uses other variables"
            for name in sorted(both)
            if is_other(name, original, translation)
        ),
    ]


def is_other(name: str, original: dict[str, set[str]], translation: dict[str, set[str]]) -> bool:
    """Return whether a message uses other variables. A term's may: they are grammatical cases."""
    return not name.startswith("-") and original[name] != translation[name]


def test_there_are_catalogues() -> None:
    assert read_catalogue(ORIGINAL) != {}


def test_every_catalogue_is_of_a_known_language() -> None:
    known = {ORIGINAL, *TRANSLATIONS}

    assert {path.relative_to(LOCALES).parts[0] for path in LOCALES.rglob("*.ftl")} <= {
        *known,
        *(f"{language}.ftl" for language in known),
    }


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_says_everything(language: str) -> None:
    none_of(differences(read_catalogue(ORIGINAL), read_catalogue(language)))


@pytest.mark.parametrize(
    "translation",
    [
        "",
        "wake = Do { $at }\n    .title = T\nextra = Więcej\n",
        "wake = Jutro\n    .title = T\n",
        "wake = Do { $time }\n    .title = T\n",
        "wake = Do { $at }\n",
    ],
)
def test_an_incomplete_translation_is_noticed(translation: str) -> None:
    original = dict(messages("wake = Until { $at }\n    .title = Wake\n"))

    assert differences(original, dict(messages(translation))) != []


def test_a_translation_may_order_and_inflect_as_it_must() -> None:
    english = "waiting = { $n ->\n    [one] One\n   *[other] { $n }\n } of { $who }\n"
    polish = "waiting = { $who }: { $n ->\n    [one] jedna\n   *[many] { $n }\n } { $n }\n"

    assert differences(dict(messages(english)), dict(messages(polish))) == []


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(AssertionError, match="cannot be read"):
        dict(messages("wake = Until { $at\n"))


def test_the_catalogues_are_where_the_front_end_finds_them() -> None:
    assert "../locales" in Path(ROOT / "frontend" / "vite.config.ts").read_text("utf-8")

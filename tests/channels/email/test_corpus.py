"""Every awkward mail of the corpus is read as its expectation says.

A mail is `name.eml` (or `name.mbox`), its expectation `name.json`: what `clew mail parse` prints of
it, or the part of that which matters. A key that ends in "~" holds what must occur in the value.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clew.channels.email.parsing import parse_mail
from clew.channels.email.printed import as_printed

CORPUS = Path(__file__).parent / "corpus"
MAILS = sorted(CORPUS.glob("*.eml"))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_a_mail_of_the_corpus_is_read_as_expected(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))

    printed = as_printed(parse_mail(path.read_bytes(), NOW))

    assert differences(expected, printed) == {}


def differences(expected: dict[str, object], printed: dict[str, object]) -> dict[str, object]:
    """Return what was printed otherwise than expected."""
    return {
        key: (printed.get(key.rstrip("~")), "instead of", wanted)
        for key, wanted in expected.items()
        if not is_as_wanted(key, wanted, printed.get(key.rstrip("~")))
    }


def is_as_wanted(key: str, wanted: object, value: object) -> bool:
    """Say whether a value is as wanted: the same, containing it, or the same in what is named."""
    if key.endswith("~"):
        parts = wanted if isinstance(wanted, list) else [wanted]
        return all(str(part) in str(value) for part in parts)
    if isinstance(wanted, list) and isinstance(value, list):
        return len(wanted) == len(value) and all(
            is_as_wanted("", one, other) for one, other in zip(wanted, value, strict=True)
        )
    if isinstance(wanted, dict) and isinstance(value, dict):
        return all(is_as_wanted("", part, value.get(name)) for name, part in wanted.items())
    return wanted == value


def test_a_difference_is_noticed() -> None:
    assert differences({"body~": ["b"]}, {"body": "abc"}) == {}
    assert differences({"body~": ["x"]}, {"body": "abc"}) != {}
    assert differences({"from": {"name": "A"}}, {"from": {"name": "B", "email": ""}}) != {}
    assert differences({"to": []}, {"to": [1]}) != {}


def test_every_expectation_has_its_mail() -> None:
    assert {path.stem for path in CORPUS.glob("*.json")} == {path.stem for path in MAILS}

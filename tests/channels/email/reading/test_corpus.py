"""The mails of the corpus, as clients in sixteen languages write them, read as expected."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from clew.channels.email.reading import read
from clew.channels.email.reading.cleaning import clean

MAILS = sorted((Path(__file__).parents[1] / "corpus").glob("reading-*.eml"))


def texts(path: Path) -> tuple[str, str]:
    """Return the plain text and the HTML of a well-formed mail."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    parts = [mail.get_body((kind,)) for kind in ("plain", "html")]
    plain, html = (part.get_content() if part else "" for part in parts)
    return plain, html


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_a_mail_is_read_as_expected(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))

    reading = read(*texts(path))

    assert reading.reply == expected["reply"]
    assert reading.body == expected.get("body", reading.body)
    for folded in expected.get("body~", ()):
        assert folded in reading.body
        assert folded not in reading.reply
    assert clean(reading.html) == reading.html


def test_there_are_many_of_them() -> None:
    assert len(MAILS) >= 80

"""Lines broken for the journey are paragraphs again."""

from __future__ import annotations

import pytest

from clew.channels.email.mime.flowed import unflow


@pytest.mark.parametrize(
    ("text", "delsp", "joined"),
    [
        ("one \ntwo\nthree", False, "one two\nthree"),
        ("訂單 \n還沒", True, "訂單還沒"),
        ("> one \n> two\nanswer", False, "> one two\nanswer"),
        ("> one \n>> two", False, "> one\n>> two"),
        ("bye \n-- \nAna", False, "bye\n-- \nAna"),
        (" From here", False, "From here"),
        ("", False, ""),
        ("ends ", False, "ends "),
    ],
)
def test_paragraphs_are_put_together(text: str, delsp: bool, joined: str) -> None:
    assert unflow(text, delsp=delsp) == joined

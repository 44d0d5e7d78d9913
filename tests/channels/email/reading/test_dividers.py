"""Lines drawn over quoted mails."""

from __future__ import annotations

import pytest

from clew.channels.email.reading.dividers import divider, is_rule
from clew.channels.email.reading.folds import FoldKind


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message-----",
        "-------- Original message --------",
        "----- Oryginalna wiadomość -----",
        "-------- Исходное сообщение --------",
        "-----Ursprüngliche Nachricht-----",
        "-----Message d'origine-----",
        "------------------ 原始邮件 ------------------",
        "-----元のメッセージ-----",
        "Oryginalna wiadomość:",
        "## Reply above this line ##",
        "## Prosimy odpowiadać powyżej tej linii ##",
    ],
)
def test_what_is_below_these_is_quoted(line: str) -> None:
    assert divider(line) is FoldKind.QUOTE


@pytest.mark.parametrize(
    "line",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "---------- Wiadomość przekazana dalej ---------",
        "-------- Пересылаемое сообщение --------",
        "Anfang der weitergeleiteten Nachricht:",
        "---------- 转发的邮件 ---------",
    ],
)
def test_what_is_below_these_is_forwarded(line: str) -> None:
    assert divider(line) is FoldKind.FORWARD


@pytest.mark.parametrize("line", ["Original message", "-----", "## title", "---- notes ----", "x:"])
def test_other_lines_divide_nothing(line: str) -> None:
    assert divider(line) is None


def test_a_rule_is_nothing_but_drawn() -> None:
    assert is_rule("_" * 32)
    assert not is_rule("---")
    assert not is_rule("---------- x")

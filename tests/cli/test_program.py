"""Every command is there under its name, and wrong use is one line."""

from __future__ import annotations

import pytest

from tests.fixtures.command_line import Run


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("up", "--port", "eighty"),
        ("init",),
        ("inbox", "add", "whatsapp", "--name", "W", "--set", "novalue"),
        ("intake", "replay"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_two(clew: Run, arguments: tuple[str, ...]) -> None:
    code, out, complaint = clew(*arguments)

    assert (code, out) == (2, "")
    assert complaint.startswith("clew: ")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    "command",
    [
        *("up", "demo", "init", "migrate", "doctor", "audit", "openapi"),
        *("inbox add", "inbox list", "token create", "agent add"),
        *("intake list", "intake show", "intake replay", "mail parse"),
    ],
)
def test_a_command_that_others_script_is_there(clew: Run, command: str) -> None:
    code, out, _ = clew(*command.split(), "--help")

    assert code == 0
    assert f"clew {command}" in out

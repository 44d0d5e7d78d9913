"""A workspace, its people, inboxes and tokens, from the command line alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fixtures.command_line import Run, init


def add_inbox(clew: Run, *more: str, given: str = "tok\nsecret\nverify\n") -> tuple[int, str, str]:
    return clew(
        *("inbox", "add", "whatsapp", "--name", "WhatsApp", "--set", "phone_number_id=1065"),
        *("--secret", "access_token=-", "--secret", "app_secret=-", "--secret", "verify_token=-"),
        *more,
        given=given,
    )


def test_a_workspace_is_made_once_and_another_beside_it(clew: Run) -> None:
    init(clew)

    code, _, complaint = clew(
        *("init", "--workspace", "Shop", "--admin-email", "x@example.test", "--password-stdin"),
        given="a password long enough\n",
    )
    init(clew, "Second shop", "x@example.test")

    assert code == 2
    assert complaint == "clew: there is a workspace 'Shop' already; give another name\n"


@pytest.mark.parametrize(
    ("email", "password", "said"),
    [
        ("olga@example.test", "short", "password"),
        ("no address", "a password long enough", "email"),
        ("olga@example.test", "", "standard input"),
    ],
)
def test_a_workspace_that_cannot_be_used_is_refused_in_one_line(
    clew: Run, email: str, password: str, said: str
) -> None:
    code, out, complaint = clew(
        *("init", "--workspace", "Shop", "--admin-email", email, "--password-stdin"),
        given=f"{password}\n",
    )

    assert (code, out, complaint.count("\n")) == (2, "", 1)
    assert said in complaint


def test_an_inbox_is_added_and_listed_without_its_secrets(clew: Run) -> None:
    init(clew)

    code, out, complaint = add_inbox(clew)
    made = json.loads(out)
    _, listed, _ = clew("inbox", "list", "--json")

    assert (code, complaint) == (0, "")
    assert made["webhook_path"] == f"/hooks/{made['inbox_id']}"
    assert json.loads(listed)["inbox_id"] == made["inbox_id"]
    assert "secret" not in listed


def test_settings_that_a_channel_cannot_use_are_told_together(clew: Run) -> None:
    init(clew)

    code, _, complaint = clew(
        *("inbox", "add", "whatsapp", "--name", "W", "--set", "colour=blue"),
    )

    assert code == 2
    assert "phone_number_id is required" in complaint
    assert "colour is no setting of this channel" in complaint
    assert complaint.count("\n") == 1


def test_an_unknown_channel_is_refused_with_those_that_there_are(clew: Run) -> None:
    init(clew)

    code, _, complaint = clew("inbox", "add", "pigeon", "--name", "P")

    assert code == 2
    assert "whatsapp" in complaint


def test_missing_secrets_are_asked_for_by_name(clew: Run) -> None:
    init(clew)

    code, _, complaint = add_inbox(clew, given="tok\n")

    assert code == 2
    assert "give app_secret on standard input" in complaint


def test_a_secret_on_the_command_line_is_refused(clew: Run) -> None:
    init(clew)

    code, _, complaint = clew(
        *("inbox", "add", "whatsapp", "--name", "W", "--secret", "app_secret=visible")
    )

    assert code == 2
    assert "visible" not in complaint


def test_without_a_workspace_the_way_to_one_is_told(clew: Run) -> None:
    code, _, complaint = add_inbox(clew)

    assert code == 2
    assert "clew init" in complaint


def test_with_several_workspaces_one_has_to_be_named(clew: Run) -> None:
    init(clew)
    init(clew, "Second shop", "ana@example.test")

    code, _, complaint = add_inbox(clew)
    named, _, _ = add_inbox(clew, "--workspace", "Second shop")

    assert (code, named) == (2, 0)
    assert "Shop, Second shop" in complaint


def test_a_token_is_printed_once_and_kept_as_a_hash(clew: Run, tmp_path: Path) -> None:
    init(clew)

    code, out, _ = clew("token", "create", "--email", "olga@example.test", "--name", "ci")

    token = out.strip()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("clew.db*"))
    assert code == 0
    assert token.startswith("clew_")
    assert token.encode() not in kept


def test_a_colleague_is_added(clew: Run) -> None:
    init(clew)

    code, out, _ = clew(
        *("agent", "add", "--email", "ana@example.test", "--name", "Ana", "--password-stdin"),
        given="a password long enough\n",
    )

    assert code == 0
    assert json.loads(out)["role"] == "agent"


def test_a_wrong_key_is_said_in_one_line(clew: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEW_SECRET_KEY", "not a key")

    code, _, complaint = clew("inbox", "list")

    assert (code, complaint.count("\n")) == (2, 1)

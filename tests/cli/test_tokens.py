"""Tokens are listed and ended from the command line."""

from __future__ import annotations

import json

from tests.fixtures.command_line import Run, init


def test_a_token_is_listed_and_ended(clew: Run) -> None:
    init(clew)
    _, made, _ = clew("token", "create", "--email", "olga@example.test", "--name", "Reports")

    _, listed, _ = clew("token", "list", "--json")
    token = json.loads(listed)
    code, _, _ = clew("token", "revoke", token["id"])
    again, _, complaint = clew("token", "revoke", token["id"])
    _, after, _ = clew("token", "list", "--json")

    assert token["name"] == "Reports"
    assert made.strip() not in listed
    assert (code, again, after) == (0, 2, "")
    assert complaint.count("\n") == 1

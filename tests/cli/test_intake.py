"""What providers sent can be looked at and read again."""

from __future__ import annotations

from tests.fixtures.command_line import Run, init


def test_an_event_that_is_not_there_is_said_so(clew: Run) -> None:
    init(clew)

    shown, _, complaint = clew("intake", "show", "7")
    replayed, _, _ = clew("intake", "replay", "7")

    assert (shown, replayed) == (2, 1)
    assert "there is no event 7" in complaint


def test_without_anything_in_quarantine_the_list_says_none(clew: Run) -> None:
    init(clew)

    assert clew("intake", "list") == (0, "none\n", "")
    assert clew("intake", "replay", "--all")[0] == 0


def test_replaying_asks_which(clew: Run) -> None:
    code, _, complaint = clew("intake", "replay")

    assert code == 2
    assert "--all" in complaint

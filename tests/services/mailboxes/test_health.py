from dataclasses import replace
from datetime import timedelta

from clew.domain.ids import InboxId, WorkspaceId
from clew.ports.store.mailboxes import ReadingState
from clew.services.mailboxes.health import PATIENCE, is_news, shown_reason, trouble
from tests.builders import MINUTE, MONDAY_NINE, an_id

FRESH = ReadingState(
    inbox_id=InboxId(an_id(1)), workspace_id=WorkspaceId(an_id(2)), began_at=MONDAY_NINE
)


def test_a_mailbox_that_is_read_every_minute_is_no_trouble() -> None:
    state = replace(FRESH, read_at=MONDAY_NINE + 60 * MINUTE)

    assert trouble(state, MONDAY_NINE + 61 * MINUTE) == ""
    assert trouble(None, MONDAY_NINE) == ""


def test_a_mailbox_that_nobody_reads_any_more_is_told_of() -> None:
    """Whatever the cause: mail that silently does not come is the worst that can happen."""
    state = replace(FRESH, read_at=MONDAY_NINE)

    assert trouble(state, MONDAY_NINE + 16 * MINUTE) == (
        "mail has not been fetched since 2026-07-06 09:00 UTC"
    )
    assert trouble(FRESH, MONDAY_NINE + timedelta(days=1)) != ""


def test_the_servers_reason_is_shown() -> None:
    state = replace(FRESH, reason="mx.example: no")

    assert trouble(state, MONDAY_NINE) == "mail is not being fetched: mx.example: no"


def test_a_refusal_is_shown_at_once_and_an_outage_when_it_lasts() -> None:
    assert shown_reason(FRESH, "no", MONDAY_NINE, is_refusal=True) == (MONDAY_NINE, "no")
    assert shown_reason(FRESH, "gone", MONDAY_NINE, is_refusal=False) == (MONDAY_NINE, "")
    failing = replace(FRESH, failing_since=MONDAY_NINE)
    later = MONDAY_NINE + PATIENCE
    assert shown_reason(failing, "gone", later, is_refusal=False) == (MONDAY_NINE, "gone")


def test_a_change_of_the_reason_is_news() -> None:
    assert is_news(FRESH, replace(FRESH, reason="no"))
    assert not is_news(FRESH, replace(FRESH, read_at=MONDAY_NINE))

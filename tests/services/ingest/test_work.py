"""What a batch changes, put together as it is decided."""

from dataclasses import replace
from datetime import timedelta

from clew.domain.ids import IdentityId, InboxId
from clew.domain.message import Delivery, DeliveryState
from clew.domain.people import InboxState
from clew.ports.store import Changes, InboundContext
from clew.ports.store.people import InboxNews
from clew.services.ingest.work import CLOCK_SKEW, Work, words
from tests.builders import (
    CONVERSATION,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    an_id,
    message_id,
    received,
)
from tests.fixtures.workplace import Shop

INBOX = InboxId(an_id(50))
IDENTITY = IdentityId(an_id(61))


async def work_on(shop: Shop, context: InboundContext | None = None) -> Work:
    """A batch that has just begun."""
    workplace = await shop.deps.directory.workplace(shop.admin.workspace_id)
    changes = Changes(workspace_id=shop.admin.workspace_id, at=MONDAY_NINE)
    return Work.on(shop.deps, workplace, context or InboundContext(), changes)


def a_delivery(number: int, state: DeliveryState) -> Delivery:
    case = a_waiting_case()
    return Delivery(
        message_id=message_id(number),
        workspace_id=case.workspace_id,
        conversation_id=case.conversation_id,
        case_id=case.id,
        inbox_id=INBOX,
        identity_id=None,
        state=state,
        queued_at=MONDAY_NINE,
        held_until=MONDAY_NINE,
        next_attempt_at=MONDAY_NINE,
        provider_ids=(f"wamid.{number}",),
    )


async def test_a_case_is_known_as_it_stands_after_what_was_decided(shop: Shop) -> None:
    case = a_waiting_case()
    work = await work_on(shop, InboundContext(cases={CONVERSATION: [case]}))

    after = work.happen(case, received(MONDAY_NINE + MINUTE, 1)(case))

    assert work.case(CONVERSATION, case.id) == after
    assert work.changes.cases[case.id].before == case
    assert work.changes.cases[case.id].after == after


async def test_nothing_that_happened_changes_nothing(shop: Shop) -> None:
    case = a_waiting_case()
    work = await work_on(shop)

    assert work.happen(case, ()) is case
    assert work.changes.cases == {}


async def test_of_several_changes_of_a_delivery_the_last_one_is_kept_in_its_place(
    shop: Shop,
) -> None:
    work = await work_on(shop)
    first, second = a_delivery(1, DeliveryState.SENT), a_delivery(2, DeliveryState.SENT)
    read = replace(first, state=DeliveryState.READ)

    for one in (first, second, read):
        work.update(one)

    assert work.changes.updated_deliveries == [read, second]
    assert work.context.deliveries[INBOX, "wamid.1"] == read
    assert work.context.deliveries_by_message[read.message_id] == read


async def test_news_of_an_inbox_add_up(shop: Shop) -> None:
    work = await work_on(shop)

    work.learn(INBOX, InboxNews(state=InboxState.AMBER, reason="restricted"))
    work.learn(INBOX, InboxNews(received_at=MONDAY_NINE))

    assert work.news == {
        INBOX: InboxNews(state=InboxState.AMBER, reason="restricted", received_at=MONDAY_NINE)
    }


async def test_a_contact_was_heard_of_at_the_latest_time_that_can_be_believed(shop: Shop) -> None:
    work = await work_on(shop)

    for minutes in (-5, -10, -1):
        work.hear_from(IDENTITY, INBOX, MONDAY_NINE + minutes * MINUTE)
    latest = dict(work.changes.last_inbound)
    work.hear_from(IDENTITY, INBOX, MONDAY_NINE + timedelta(days=9))

    assert latest == {(IDENTITY, INBOX): MONDAY_NINE - MINUTE}
    assert work.changes.last_inbound == {(IDENTITY, INBOX): MONDAY_NINE + CLOCK_SKEW}


def test_words_are_kept_without_what_no_database_takes() -> None:
    assert words("a\x00b") == "ab"

"""Raw events are read, and it is said what has to be known to understand them."""

import threading
from datetime import timedelta
from typing import Any

import pytest

from clew.domain.ids import InboxId, MessageId
from clew.ports.channel import (
    PHONE,
    Address,
    ChatOpened,
    IdentityChanged,
    Ignored,
    IgnoredReason,
    InboxConfig,
    Incoming,
    IncomingDeletion,
    IncomingMessage,
    IncomingReaction,
    MessageKind,
    OptOut,
    RawEvent,
    Receipt,
    ReceiptState,
    Sender,
    Unreadable,
    dedupe_key,
)
from clew.ports.store import IntakeEvent, IntakeState
from clew.services.ingest.parsing import LONG_BYTES, Said, addresses_in, own_id, parse, question_for
from tests.builders import MONDAY_NINE, an_id
from tests.fixtures.workplace import Shop

OLD, NEW = Address(PHONE, "+5511987654321"), Address(PHONE, "+48600000009")
SENDER = Sender((OLD,))
MESSAGE = IncomingMessage("wamid.1", SENDER, MONDAY_NINE, MessageKind.TEXT, "Hello")


def event(shop: Shop, body: bytes, **more: Any) -> IntakeEvent:
    """A raw event."""
    return IntakeEvent(
        **{
            "id": 1,
            "workspace_id": shop.inbox.workspace_id,
            "inbox_id": shop.inbox.id,
            "received_at": shop.clock.now(),
            "headers": {},
            "query": "a=1&b=%20",
            "body": body,
            "state": IntakeState.PENDING,
            "attempts": 0,
            "reason": "",
            **more,
        }
    )


async def verdict(shop: Shop, *items: Incoming) -> tuple[IntakeState, str]:
    """What is thought of an event that says these."""
    shop.plant(lambda _raw, _config: items)
    parsed = await parse([event(shop, b"")], shop.deps)
    return parsed.verdicts[1]


def said(shop: Shop, item: Incoming) -> Said:
    return Said(1, shop.inbox, shop.deps.channels["whatsapp"], item)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((MESSAGE,), (IntakeState.DONE, "")),
        ((), (IntakeState.IGNORED, "nothing in it")),
        (
            (Ignored(IgnoredReason.ECHO, "", {}), Ignored(IgnoredReason.OTHER_INBOX, "", {})),
            (IntakeState.IGNORED, "echo, other_inbox"),
        ),
        ((Ignored(IgnoredReason.ECHO, "", {}), MESSAGE), (IntakeState.DONE, "")),
        ((Unreadable("no id", {}), MESSAGE), (IntakeState.QUARANTINED, "no id")),
        ((ChatOpened("wamid.c", SENDER, MONDAY_NINE),), (IntakeState.DONE, "")),
    ],
)
async def test_an_event_is_done_ignored_or_set_aside_by_what_it_says(
    shop: Shop, items: tuple[Incoming, ...], expected: tuple[IntakeState, str]
) -> None:
    assert await verdict(shop, *items) == expected


async def test_channels_are_given_what_came_in(shop: Shop) -> None:
    seen: list[Any] = []
    shop.plant(lambda raw, config: seen.append((raw, config)) or ())  # type: ignore[func-returns-value]

    await parse([event(shop, b"as received")], shop.deps)

    ((raw, config),) = seen
    assert (raw.method, raw.body, raw.query) == ("POST", b"as received", {"a": "1", "b": " "})
    assert config.secrets["verify_token"] == "verify-me"


async def test_an_event_of_an_inbox_that_is_gone_is_set_aside(shop: Shop) -> None:
    gone = event(shop, b"", inbox_id=InboxId(an_id(9)))

    parsed = await parse([gone], shop.deps)

    assert parsed.verdicts == {1: (IntakeState.QUARANTINED, "the inbox is gone")}
    assert parsed.said == {}


async def test_events_are_kept_in_the_order_in_which_they_came(shop: Shop) -> None:
    events = [event(shop, shop.incoming(f"wamid.{n}", "Hello"), id=n) for n in range(5)]

    parsed = await parse(events, shop.deps)

    (all_said,) = parsed.said.values()
    assert [one.event_id for one in all_said] == [0, 1, 2, 3, 4]


async def test_every_spelling_of_an_address_is_asked_for(shop: Shop) -> None:
    question = question_for(shop.inbox.workspace_id, [said(shop, MESSAGE)])

    assert question.addresses == {
        ("whatsapp", "+5511987654321"),
        ("whatsapp", "+551187654321"),
    }


async def test_messages_receipts_and_what_they_point_at_are_asked_for(shop: Shop) -> None:
    quoting = IncomingMessage(
        "wamid.1", SENDER, MONDAY_NINE, MessageKind.TEXT, reply_to_provider_id="wamid.0"
    )
    receipt = Receipt("wamid.2", ReceiptState.SENT, MONDAY_NINE, our_id=str(an_id(7)))
    reaction = IncomingReaction("wamid.3", SENDER, MONDAY_NINE, "wamid.4", "👍")

    items = [said(shop, item) for item in (quoting, receipt, reaction)]
    question = question_for(shop.inbox.workspace_id, items)

    names = {name for _, name in question.provider_ids}
    assert names == {"wamid.0", "wamid.1", "wamid.2", "wamid.4"}
    assert question.message_ids == {MessageId(an_id(7))}
    assert question.effect_keys == {(shop.inbox.id, dedupe_key(reaction))}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (MESSAGE, (OLD,)),
        (IdentityChanged("wamid.s", (OLD,), (NEW,), MONDAY_NINE), (OLD, NEW)),
        (IncomingDeletion("wamid.d", SENDER, MONDAY_NINE, "wamid.1"), (OLD,)),
        (OptOut(SENDER, MONDAY_NINE + timedelta(0)), (OLD,)),
        (Receipt("wamid.2", ReceiptState.SENT, MONDAY_NINE), ()),
        (Ignored(IgnoredReason.ECHO, "", {}), ()),
    ],
)
def test_addresses_are_found_in_whatever_names_them(
    item: Incoming, expected: tuple[Address, ...]
) -> None:
    assert addresses_in(item) == expected


@pytest.mark.parametrize("text", [None, "", "something", "0190aaaa"])
def test_what_is_no_id_of_ours_is_none(text: str | None) -> None:
    assert own_id(text) is None


def test_an_id_of_ours_is_known() -> None:
    assert own_id(str(an_id(7))) == an_id(7)


async def test_what_there_is_no_time_for_waits_for_the_next_batch(shop: Shop) -> None:
    shop.plant(lambda _raw, _config: (MESSAGE,))
    events = [event(shop, b"", id=number) for number in range(1, 6)]

    parsed = await parse(events, shop.deps, budget_seconds=-1)

    assert list(parsed.verdicts) == [1]


async def test_a_long_event_is_read_beside_the_loop(shop: Shop) -> None:
    readers: list[threading.Thread] = []

    def read(raw: RawEvent, _config: InboxConfig) -> tuple[Incoming, ...]:
        readers.append(threading.current_thread())
        return (MESSAGE,)

    shop.plant(read)
    long = event(shop, b"x" * (LONG_BYTES + 1), id=2)

    await parse([event(shop, b""), long], shop.deps)

    assert readers[0] is threading.main_thread()
    assert readers[1] is not threading.main_thread()

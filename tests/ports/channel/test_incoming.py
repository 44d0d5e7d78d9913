from dataclasses import replace
from datetime import UTC, datetime, timedelta

from clew.ports.channel import (
    Address,
    IdentityChanged,
    Ignored,
    IgnoredReason,
    InboxNotice,
    NoticeKind,
    OptIn,
    OptOut,
    Receipt,
    ReceiptState,
    Sender,
    Unreadable,
    dedupe_key,
)

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(seconds=1)
VERA = Sender((Address("phone", "+36205550333"),), "Vera")


def test_an_event_with_an_id_is_named_by_it() -> None:
    change = IdentityChanged("event-1", VERA.addresses, (), NOON)

    assert dedupe_key(change) == "event-1"


def test_the_states_of_one_message_are_separate_events() -> None:
    sent = Receipt("m1", ReceiptState.SENT, NOON)

    assert dedupe_key(sent) != dedupe_key(replace(sent, state=ReceiptState.READ))
    assert dedupe_key(sent) == dedupe_key(replace(sent, at=LATER))


def test_opting_out_in_and_out_again_are_three_events() -> None:
    wishes = (OptOut(VERA, NOON), OptIn(VERA, NOON), OptOut(VERA, LATER))

    assert len({dedupe_key(wish) for wish in wishes}) == 3


def test_what_has_no_id_is_named_by_what_it_says() -> None:
    unreadable = Unreadable("no id", {"a": 1, "b": [2]})
    same = Unreadable("another reason", {"b": [2], "a": 1})
    ignored = Ignored(IgnoredReason.ECHO, "", {"a": 1, "b": [2]})

    assert dedupe_key(unreadable) == dedupe_key(same) != dedupe_key(ignored)


def test_the_same_news_at_another_time_are_news() -> None:
    notice = InboxNotice(NoticeKind.QUALITY, "worse", NOON)

    assert dedupe_key(notice) != dedupe_key(replace(notice, at=LATER))

"""A channel without a provider: nothing comes by webhook, and what is durable has left."""

from __future__ import annotations

import pytest

from clew.channels.webchat.channel import CHANNEL
from clew.ports.channel import (
    Address,
    Allow,
    Connected,
    Draft,
    HttpResponse,
    InboxConfig,
    OutgoingMessage,
    OutgoingReaction,
    OutgoingTemplate,
    Progress,
    RawEvent,
    Refused,
    SendFacts,
    Sent,
    Unparsable,
    Verdict,
    can_send,
)
from tests.clocks import StoppedClock

CONFIG = InboxConfig()
TO = (Address("visitor", "018f"),)
EVENT = RawEvent("POST", {}, {}, b"{}", StoppedClock().now())


def test_no_webhook_is_believed_or_read() -> None:
    assert CHANNEL.verify(EVENT, CONFIG) is Verdict.UNVERIFIABLE
    with pytest.raises(Unparsable):
        CHANNEL.parse(EVENT, CONFIG)


@pytest.mark.parametrize(
    "outgoing",
    [OutgoingMessage("m1", TO, "Hello"), OutgoingReaction("m1", TO, "theirs", "👍")],
)
def test_what_is_durable_has_left_under_our_own_name(
    outgoing: OutgoingMessage | OutgoingReaction,
) -> None:
    assert CHANNEL.render(outgoing, CONFIG, Progress()) == Sent(("m1",))


def test_there_are_no_templates() -> None:
    template = OutgoingMessage("m1", TO, template=OutgoingTemplate("t", "en", {}))

    assert isinstance(CHANNEL.render(template, CONFIG, Progress()), Refused)


def test_an_answer_of_nobody_sends_nothing() -> None:
    outcome = CHANNEL.read_response(
        OutgoingMessage("m1", TO), CONFIG, Progress(), HttpResponse(200)
    )

    assert isinstance(outcome, Refused)


def test_the_inbox_is_connected_without_asking_anybody() -> None:
    assert isinstance(CHANNEL.probe(CONFIG), Connected)
    assert isinstance(CHANNEL.read_probe(CONFIG, HttpResponse(500)), Connected)


def test_there_is_no_window() -> None:
    facts = SendFacts(now=StoppedClock().now(), last_inbound_at=None, has_address=True)

    assert can_send(CHANNEL.capabilities, facts, Draft()) == Allow()

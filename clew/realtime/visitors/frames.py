"""What is sent to visitors: frames as docs/reference/contact-api.md describes them."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from clew.domain.message import DeliveryState, Direction
from clew.realtime.visitors.sockets import Outgoing
from clew.services.visitors.expecting import ExpectationView
from clew.services.visitors.seeing import MessageView
from clew.services.visitors.standing import AnswererView, VisitorView

encode = msgspec.json.encode
RESET = encode({"type": "reset"})


def message_change(message: MessageView) -> bytes:
    """Return a message, whole."""
    return encode({"type": "message", "message": message})


def state_change(
    answerer: AnswererView | None,
    expectation: ExpectationView,
    visitor: VisitorView,
    conversation: str,
) -> bytes:
    """Return who answers and by when, who the visitor is to us, and whether a case is open."""
    return encode(
        {
            "type": "state",
            "with": answerer,
            "expectation": expectation,
            "visitor": visitor,
            "conversation": conversation,
        }
    )


def frame_of(
    seq: int, changes: Sequence[bytes], messages: Sequence[MessageView], now: datetime
) -> Outgoing:
    """Return the frame of some changes, `messages` among them; it tells all up to `seq`."""
    reached = [
        one.place
        for one in messages
        if one.direction == Direction.OUT.value and one.state == DeliveryState.SENT.value
    ]
    wire = b'{"seq":%d,"changes":[%b],"now":%b}' % (seq, b",".join(changes), encode(now))
    return Outgoing(seq, wire.decode(), max(reached, default=0))


def typing_wire(name: str, *, is_typing: bool) -> str:
    """Return that an agent types, or has stopped."""
    return encode({"typing": {"name": name, "is_typing": is_typing}}).decode()


def read_wire(seq: int) -> str:
    """Return up to where an agent has seen what the visitor wrote."""
    return encode({"read": {"seq": seq}}).decode()


def ping_wire(now: datetime, expectation: ExpectationView | None) -> str:
    """Return the sign of life, and what may be expected now, if that is known."""
    return encode({"ping": now, "expectation": expectation}).decode()

"""Frames, as docs/reference/contact-api.md describes them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

from clew.realtime.visitors.frames import (
    RESET,
    frame_of,
    message_change,
    ping_wire,
    read_wire,
    state_change,
    typing_wire,
)
from clew.services.visitors.expecting import ExpectationView
from clew.services.visitors.seeing import AuthorView, MessageView
from clew.services.visitors.standing import AnswererView, VisitorView

AT = datetime(2026, 11, 16, 8, tzinfo=UTC)


def a_message(direction: str, state: str, place: int) -> MessageView:
    return MessageView(
        id=UUID(int=place),
        place=place,
        seq=place + 1,
        direction=direction,
        text="Hello",
        channel="webchat",
        attachments=[],
        reply_to=None,
        reactions=[],
        author=AuthorView(kind="agent", name="Ana"),
        at=AT,
        state=state,
        edited_at=None,
        deleted_at=None,
    )


def test_a_frame_says_up_to_where_answers_will_have_reached_the_visitor() -> None:
    messages = [
        a_message("out", "sent", 4),
        a_message("out", "read", 9),
        a_message("in", "delivered", 11),
    ]

    frame = frame_of(12, [message_change(one) for one in messages], messages, AT)

    document = json.loads(frame.wire)
    assert (frame.seq, frame.place, document["seq"]) == (12, 4, 12)
    assert document["now"] == "2026-11-16T08:00:00Z"
    assert [one["message"]["place"] for one in document["changes"]] == [4, 9, 11]


def test_states_and_signs_are_small() -> None:
    visitor = VisitorView(
        id=UUID(int=1), name="", email="", phone="", assurance="anonymous", has_contact=False,
        push=False,
    )  # fmt: skip
    expectation = ExpectationView(state="online", answer_by=AT, words_key="answer-soon")

    state = json.loads(state_change(AnswererView(name="Ana"), expectation, visitor, "open"))

    assert state["with"] == {"name": "Ana"}
    assert state["expectation"]["answer_by"] == "2026-11-16T08:00:00Z"
    assert json.loads(RESET) == {"type": "reset"}
    assert json.loads(typing_wire("Ana", is_typing=True)) == {
        "typing": {"name": "Ana", "is_typing": True}
    }
    assert json.loads(read_wire(7)) == {"read": {"seq": 7}}
    assert json.loads(ping_wire(AT, expectation)) == {
        "ping": "2026-11-16T08:00:00Z",
        "expectation": state["expectation"],
    }

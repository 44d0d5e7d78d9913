from __future__ import annotations

from typing import Any

import pytest

from clew.demo.graph.chats import Media
from clew.demo.graph.faults import GraphError
from clew.demo.graph.shapes import read_sending
from tests.demo.simulated import JUDIT, a_text

PNG = Media("1000000000000001", "image/png", "a.png", "00" * 32, 10)
PDF = Media("1000000000000002", "application/pdf", "a.pdf", "00" * 32, 10)
HELD = {PNG.id: PNG, PDF.id: PDF}


def button(count: int, title: str = "Yes") -> dict[str, Any]:
    buttons = [{"type": "reply", "reply": {"id": str(n), "title": title}} for n in range(count)]
    return {"type": "button", "body": {"text": "Well?"}, "action": {"buttons": buttons}}


def a_list(count: int, **row: str) -> dict[str, Any]:
    rows = [{"id": str(n), "title": f"Row {n}", **row} for n in range(count)]
    action = {"button": "Menu", "sections": [{"rows": rows}]}
    return {"type": "list", "body": {"text": "Which?"}, "action": action}


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"text": {"body": "x" * 4096}}, "x" * 4096),
        ({"type": "image", "image": {"id": PNG.id, "caption": "look"}}, "look"),
        ({"type": "document", "document": {"id": PDF.id, "filename": "b.pdf"}}, ""),
        ({"type": "document", "document": {"id": PNG.id}}, ""),
        ({"type": "interactive", "interactive": button(3)}, "Well?"),
        ({"type": "interactive", "interactive": a_list(10)}, "Which?"),
        ({"type": "contacts", "contacts": [{"name": {"formatted_name": "Vera"}}]}, "Vera"),
        ({"type": "location", "location": {"latitude": 1, "longitude": 2}}, ""),
        ({"type": "template", "template": {"name": "are_you_still_there",
          "language": {"code": "en"}}}, "Hello, can we still help you?"),
    ],
)  # fmt: skip
def test_what_has_the_right_shape_is_taken(changes: dict[str, Any], text: str) -> None:
    sending = read_sending(a_text(**changes), HELD.get)

    assert sending.to == JUDIT
    assert sending.shape.text == text


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"messaging_product": "sms"}, 100),
        ({"recipient_type": "group"}, 100),
        ({"to": ""}, 131008),
        ({"type": "hologram"}, 131051),
        ({"biz_opaque_callback_data": "x" * 513}, 131009),
        ({"text": {"body": "x" * 4097}}, 100),
        ({"text": {"body": "😀" * 2049}}, 100),
        ({"text": {"body": " "}}, 131008),
        ({"text": None}, 131008),
        ({"type": "image", "image": {"id": "7"}}, 131009),
        ({"type": "image", "image": {"id": PNG.id, "link": "https://x.example/a"}}, 131009),
        ({"type": "image", "image": {"id": PDF.id}}, 131053),
        ({"type": "image", "image": {"id": PNG.id, "caption": "x" * 1025}}, 100),
        ({"type": "audio", "audio": {"id": PNG.id, "caption": "x"}}, 100),
        ({"type": "interactive", "interactive": button(4)}, 131009),
        ({"type": "interactive", "interactive": button(1, "x" * 21)}, 100),
        ({"type": "interactive", "interactive": a_list(11)}, 131009),
        ({"type": "interactive", "interactive": a_list(1, title="x" * 25)}, 100),
        ({"type": "interactive", "interactive": a_list(1, description="x" * 73)}, 100),
        ({"type": "location", "location": {"latitude": "north"}}, 131009),
        ({"type": "contacts", "contacts": []}, 131009),
        ({"type": "template", "template": {"name": "nothing", "language": {"code": "en"}}}, 132001),
    ],
)
def test_what_breaks_a_limit_is_refused_with_the_providers_code(
    changes: dict[str, Any], code: int
) -> None:
    with pytest.raises(GraphError) as refused:
        read_sending(a_text(**changes), HELD.get)

    assert refused.value.code == code


def test_a_quote_and_a_reference_come_along() -> None:
    body = a_text(context={"message_id": "wamid.1"}, biz_opaque_callback_data="ours#0/2")

    sending = read_sending(body, HELD.get)

    assert (sending.quoted, sending.reference) == ("wamid.1", "ours#0/2")


def test_a_reaction_names_its_target() -> None:
    body = a_text(type="reaction", reaction={"message_id": "wamid.1", "emoji": "👍"})

    assert read_sending(body, HELD.get).reaction == ("wamid.1", "👍")


def test_a_business_scoped_id_is_a_recipient() -> None:
    body = a_text(recipient="HU.123")
    del body["to"]

    assert read_sending(body, HELD.get).to == "HU.123"

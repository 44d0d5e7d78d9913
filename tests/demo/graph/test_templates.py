from __future__ import annotations

from typing import Any

import pytest

from clew.channels.whatsapp.templates import template_payload
from clew.demo.graph.faults import GraphError
from clew.demo.graph.templates import TEMPLATES, list_page, rendered
from clew.ports.channel import OutgoingTemplate


def test_a_template_as_clew_sends_it_shows_its_values() -> None:
    template = OutgoingTemplate("news_of_your_case", "pl", {"1": "Ania", "2": "zwrot"})

    text = rendered(template_payload(template))

    assert text == "Dzień dobry Ania, mamy wiadomość w Twojej sprawie: zwrot. Odpowiedz tutaj."


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"name": "nothing", "language": {"code": "en"}}, 132001),
        ({"name": "news_of_your_case", "language": {"code": "de"}}, 132001),
        ({"name": "news_of_your_case", "language": {"code": "en"}}, 132000),
        ({"name": "spring_offer", "language": {"code": "en"}}, 132015),
    ],
)
def test_a_template_that_cannot_be_sent_is_refused(sent: dict[str, Any], code: int) -> None:
    with pytest.raises(GraphError) as refused:
        rendered(sent)

    assert refused.value.code == code


def test_the_list_ends() -> None:
    page = list_page("")

    assert page["data"] == list(TEMPLATES)
    assert "next" not in page["paging"]

import pytest

from clew.channels.whatsapp.probe import probe, read_probe
from clew.ports.channel import Connected, HttpResponse, Misconfigured, Unavailable
from tests.channels.whatsapp.answers import an_answer, an_error
from tests.channels.whatsapp.webhooks import API, CONFIG, NUMBER, TOKEN


def test_the_number_is_asked_for_with_our_token() -> None:
    request = probe(CONFIG)

    assert request.method == "GET"
    assert request.url.startswith(f"{API}/{NUMBER}?fields=")
    assert TOKEN in request.headers["Authorization"]


def test_a_connected_inbox_is_shown_as_contacts_see_it() -> None:
    answer = an_answer(id=NUMBER, display_phone_number="+36 1 555 0100", verified_name="Mugs")

    outcome = read_probe(CONFIG, answer)

    assert isinstance(outcome, Connected)
    assert outcome.display_name == "+36 1 555 0100 · Mugs"
    assert outcome.detail["verified_name"] == "Mugs"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (an_answer(id="another"), Misconfigured),
        (an_error(190, "expired", 401), Misconfigured),
        (an_error(100, "no such object"), Misconfigured),
        (HttpResponse(404, {}, b"<html>"), Misconfigured),
        (HttpResponse(503), Unavailable),
        (an_error(4), Unavailable),
    ],
)
def test_a_failure_says_whose_fault_it_is(answer: HttpResponse, kind: type) -> None:
    assert type(read_probe(CONFIG, answer)) is kind

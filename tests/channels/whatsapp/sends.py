"""Messages of ours to a made-up contact, and a provider that accepts them, for tests."""

from collections.abc import Callable
from typing import Any

from clew.channels.whatsapp.outbound import read_response, render
from clew.ports.channel import (
    PHONE,
    Address,
    Continue,
    HttpRequest,
    HttpResponse,
    Outcome,
    Outgoing,
    OutgoingAttachment,
    OutgoingMessage,
    Progress,
)
from tests.channels.whatsapp.answers import accepted, an_answer
from tests.channels.whatsapp.webhooks import CONFIG, JUDITS_PHONE

OURS = "0190aaaa-0000-7000-8000-000000000001"
TO_JUDIT = (Address(PHONE, JUDITS_PHONE),)


def a_reply(text: str = "It left on Monday.", /, **changes: Any) -> OutgoingMessage:
    return OutgoingMessage(**({"id": OURS, "to": TO_JUDIT, "text": text} | changes))


def a_picture(**changes: Any) -> OutgoingAttachment:
    picture: dict[str, Any] = {
        "id": "att-1",
        "blob": "blobs/1",
        "name": "label.png",
        "media_type": "image/png",
        "size_bytes": 20_000,
    }
    return OutgoingAttachment(**(picture | changes))


def accept_all(number: int, request: HttpRequest) -> HttpResponse:
    """Answer the n-th request as the provider does when all is well."""
    return an_answer(id=f"media-{number}") if request.multipart else accepted(f"wamid.{number}")


def send(
    outgoing: Outgoing,
    answer: Callable[[int, HttpRequest], HttpResponse] = accept_all,
    progress: Progress | None = None,
) -> tuple[list[HttpRequest], Outcome]:
    """Go through the steps as the sender does, storing the progress between them."""
    progress = progress or Progress()
    requests: list[HttpRequest] = []
    while True:
        step = render(outgoing, CONFIG, progress)
        if not isinstance(step, HttpRequest):
            return requests, step
        requests.append(step)
        outcome = read_response(outgoing, CONFIG, progress, answer(len(requests), step))
        if not isinstance(outcome, Continue):
            return requests, outcome
        progress = Progress.from_json(outcome.progress.to_json())


def bodies(outgoing: Outgoing) -> list[dict[str, Any]]:
    """Return the JSON of every message that is posted."""
    return [request.json for request in send(outgoing)[0] if request.json is not None]

"""The contact API as a whole: who is let in to what, and what it says of itself."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest

from clew.web.contact.api import describe_contact_api
from clew.web.contact.routes import CONTACT_ROUTES
from clew.web.routes import Route
from tests.fixtures.chat import Chat, Guest
from tests.web.contact.pictures import jpeg

# Who is let in: everybody, or visitors only. A visitor is let in to what is theirs; things of
# another visitor do not exist for them.
ANYBODY, VISITORS, SEALED = "anybody", "visitors", "whoever has the address"
TABLE = {
    "getRoom": ANYBODY,
    "beginSession": ANYBODY,
    "endSession": VISITORS,
    "getMe": VISITORS,
    "changeVisitor": VISITORS,
    "sendEmailCode": VISITORS,
    "confirmEmail": VISITORS,
    "sendDeviceLink": VISITORS,
    "renewDeviceLink": ANYBODY,
    "subscribe": VISITORS,
    "unsubscribe": VISITORS,
    "getTranscript": VISITORS,
    "deleteMe": VISITORS,
    "listMessages": VISITORS,
    "say": VISITORS,
    "editMessage": VISITORS,
    "takeMessageBack": VISITORS,
    "react": VISITORS,
    "markRead": VISITORS,
    "saySolved": VISITORS,
    "setTyping": VISITORS,
    "uploadFile": VISITORS,
    "getFile": SEALED,
    "getFileThumbnail": SEALED,
}
BODIES: dict[str, Any] = {
    "changeVisitor": {"name": "Anna"},
    "say": {"text": "Hello"},
    "editMessage": {"text": "Hello"},
    "react": {"emoji": "👍"},
    "markRead": {"seq": 1},
    "setTyping": {"is_typing": True},
    "confirmEmail": {"code": "123456"},
    "renewDeviceLink": {"link": "spent"},
    "subscribe": {"endpoint": "x", "keys": {"p256dh": "x", "auth": "x"}},
}


async def a_picture(guest: Guest) -> str:
    files = {"file": ("a.jpg", jpeg(40, 30))}
    return str((await guest.client.post("/uploads", files=files)).json()["id"])


def expected_of(route: Route, asker: str) -> set[int]:
    """Return the statuses that say what the table says."""
    who = TABLE[route.name]
    if who == VISITORS and asker in ("anonymous", "signed out", "agent"):
        return {401}
    if asker == "another" and "message_id" in route.path:
        return {404}
    if who == SEALED and asker != "themselves":
        return {404}
    # The code and the keys are wrong, and nobody said an address.
    # Whoever deleted their data is signed out by it.
    otherwise = {
        "endSession": 401,
        "confirmEmail": 422,
        "subscribe": 422,
        "sendEmailCode": 409,
        "sendDeviceLink": 503,
        "renewDeviceLink": 503,
    }
    return {otherwise[route.name]} if route.name in otherwise else {200, 201, 204}


def filled(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+):\w+\}", lambda match: ids[match[1]], path)


def test_every_route_is_in_the_table() -> None:
    assert sorted(TABLE) == sorted(route.name for route in CONTACT_ROUTES)


@pytest.mark.parametrize("asker", ["anonymous", "signed out", "agent", "another", "themselves"])
async def test_who_is_let_in(chat: Chat, asker: str) -> None:
    guest, other, gone = await chat.guest(), await chat.guest(), await chat.guest()
    said = await guest.say("Mine", attachments=[await a_picture(guest)])
    await other.say("Theirs")
    await gone.client.delete("/session")
    token = {
        "anonymous": None,
        "signed out": gone.token,
        "agent": f"clew_{'x' * 43}",
        "another": other.token,
        "themselves": guest.token,
    }[asker]
    client = chat.client(token)
    wrong = []
    last = ["takeMessageBack", "deleteMe", "endSession"]
    for route in sorted(
        CONTACT_ROUTES, key=lambda one: last.index(one.name) if one.name in last else -1
    ):
        ids = {
            "inbox_id": str(chat.inbox.id),
            "message_id": said["id"],
            "attachment_id": said["attachments"][0]["id"],
        }
        path = filled(route.path, ids)
        body = dict(BODIES.get(route.name, {}))
        if route.name == "say":
            body["id"] = str(uuid.uuid4())
        if route.name in ("beginSession", "renewDeviceLink"):
            body["inbox_id"] = ids["inbox_id"]
        more: dict[str, Any] = {"json": body} if body else {}
        if route.name == "uploadFile":
            more["files"] = {"file": ("a.txt", b"text")}
        answer = await client.request(route.method, path, **more)
        expected = expected_of(route, asker)
        if answer.status_code not in expected:
            wrong.append(f"{route.name}: {answer.status_code} {answer.text[:120]}")

    assert wrong == []
    if asker != "themselves":
        assert "Mine" in await guest.texts()


async def test_foreign_and_missing_messages_are_answered_alike(chat: Chat) -> None:
    guest, other = await chat.guest(), await chat.guest()
    said = await guest.say("Mine")
    await other.say("Theirs")
    missing = str(uuid.uuid4())

    for method, rest, body in (
        ("PATCH", "", {"text": "x"}),
        ("DELETE", "", None),
        ("PUT", "/reaction", {"emoji": "👍"}),
    ):
        answers = [
            await other.client.request(method, f"/messages/{which}{rest}", json=body)
            for which in (said["id"], missing)
        ]
        assert [one.status_code for one in answers] == [404, 404]
        assert answers[0].text.replace(said["id"], missing) == answers[1].text


async def test_the_api_describes_itself(chat: Chat) -> None:
    answer = await chat.client().get("http://clew.test/api/contact/openapi.json")
    document = describe_contact_api()

    assert answer.json() == document
    assert document["components"]["securitySchemes"].keys() == {"visitor"}
    operations = {
        operation["operationId"]: operation
        for path in document["paths"].values()
        for operation in path.values()
    }
    assert operations.keys() == TABLE.keys()
    assert operations["getRoom"]["security"] == []
    assert {"200", "201"} <= operations["say"]["responses"].keys()


async def test_an_unknown_address_is_a_problem_document(chat: Chat) -> None:
    answer = await chat.client().get("/nowhere")

    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.headers["cache-control"] == "no-store"

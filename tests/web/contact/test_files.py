"""Files of visitors, on both engines."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from tests.fixtures.chat import Chat
from tests.web.contact.pictures import jpeg


async def test_a_picture_is_sent_shown_by_its_sealed_address_and_hides_its_place(
    each_chat: Chat,
) -> None:
    guest = await each_chat.guest()
    sent = jpeg(60, 40, has_place=True, orientation=6)
    uploaded = await guest.client.post("/uploads", files={"file": ("C:\\a.jpg", sent)})
    said = await guest.say("Look", attachments=[uploaded.json()["id"]])
    [file] = said["attachments"]

    stranger = each_chat.client()
    shown = await stranger.get(f"http://clew.test{file['url']}")
    small = await stranger.get(f"http://clew.test{file['thumbnail_url']}")
    case = await each_chat.shop.case()
    [item] = await each_chat.shop.messages(case)

    assert b"CANARY-PLACE" in sent
    assert uploaded.status_code == 201
    assert (file["name"], file["media_type"], file["width"], file["height"]) == (
        "a.jpg", "image/jpeg", 40, 60,
    )  # fmt: skip
    assert shown.status_code == small.status_code == 200
    assert b"CANARY-PLACE" not in shown.content
    assert "sandbox" in shown.headers["content-security-policy"]
    assert [one.name for one in item.attachments or ()] == ["a.jpg"]
    assert await each_chat.shop.violations() == {}


async def test_a_file_is_nobody_elses(chat: Chat) -> None:
    anna, ben = await chat.guest(), await chat.guest()
    files = {"file": ("a.txt", b"secret")}
    draft = (await anna.client.post("/uploads", files=files)).json()["id"]
    stolen = await ben.client.post(
        "/messages", json={"id": str(uuid.uuid4()), "text": "Mine", "attachments": [draft]}
    )
    sent = await anna.say("A file", attachments=[draft])
    await ben.say("Hello")
    again = await anna.client.post(
        "/messages", json={"id": str(uuid.uuid4()), "text": "Twice", "attachments": [draft]}
    )
    path = f"/attachments/{sent['attachments'][0]['id']}"

    answers = [
        await who.get(path) for who in (anna.client, ben.client, chat.client(), chat.client("x"))
    ]

    assert (stolen.status_code, again.status_code) == (422, 422)
    assert [one.status_code for one in answers] == [200, 404, 404, 404]
    assert answers[0].headers["content-disposition"].startswith("attachment")


async def test_a_photo_that_is_uploaded_again_with_its_key_is_one_file(chat: Chat) -> None:
    """Also though every upload is cleaned of where it was taken."""
    guest = await chat.guest()
    ask: dict[str, Any] = {
        "files": {"file": ("a.jpg", jpeg(60, 40, has_place=True, orientation=1))}
    }

    answers = [
        await guest.client.post("/uploads", headers={"Idempotency-Key": key}, **ask)
        for key in ("k", "k", "other")
    ]

    ids = [one.json()["id"] for one in answers]
    assert ids[0] == ids[1] != ids[2]
    assert (await guest.say("Look", attachments=[ids[0]]))["attachments"][0]["id"] == ids[0]


async def test_a_sealed_address_ends_with_its_hour_and_with_the_message(chat: Chat) -> None:
    guest = await chat.guest()
    files = {"file": ("a.txt", b"text")}
    draft = (await guest.client.post("/uploads", files=files)).json()["id"]
    said = await guest.say("A file", attachments=[draft])
    url = f"http://clew.test{said['attachments'][0]['url']}"

    good = await chat.client().get(url)
    chat.shop.clock.advance(timedelta(minutes=61))
    late = await chat.client().get(url)
    fresh = (await guest.read())[0]["attachments"][0]["url"]
    await guest.client.delete(f"/messages/{said['id']}")
    gone = await chat.client().get(f"http://clew.test{fresh}")

    assert [one.status_code for one in (good, late, gone)] == [200, 404, 404]


async def test_what_is_empty_or_too_large_or_no_form_is_refused(chat: Chat) -> None:
    guest = await chat.guest()

    empty = await guest.client.post("/uploads", files={"file": ("a.txt", b"")})
    none = await guest.client.post("/uploads", content=b"text")
    large = await guest.client.post(
        "/uploads", files={"file": ("a.bin", b"0" * (25 * 1024 * 1024 + 1))}
    )

    assert [one.status_code for one in (empty, none, large)] == [422, 422, 413]
    assert large.json()["code"] == "file_is_too_large"


async def test_what_could_run_is_downloaded(chat: Chat) -> None:
    guest = await chat.guest()
    script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    draft = (await guest.client.post("/uploads", files={"file": ("a.svg", script)})).json()
    said = await guest.say("", attachments=[draft["id"]])

    shown = await chat.client().get(f"http://clew.test{said['attachments'][0]['url']}")

    assert shown.headers["content-type"] == "application/octet-stream"
    assert shown.headers["x-content-type-options"] == "nosniff"


async def test_files_stand_in_the_order_in_which_they_were_chosen(each_chat: Chat) -> None:
    """A small file overtakes a large one on its way here."""
    guest = await each_chat.guest()
    made = []
    for name in ("large.txt", "small.txt"):
        answer = await guest.client.post("/uploads", files={"file": (name, b"text")})
        made.append(answer.json()["id"])

    said = await guest.say("", attachments=[made[1], made[0]])

    [read] = await guest.read()
    for message in (said, read):
        assert [one["name"] for one in message["attachments"]] == ["small.txt", "large.txt"]

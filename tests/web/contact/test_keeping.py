"""Transcript and deletion, on both engines."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from clew.domain.ids import ContactId
from clew.ports.store.searching import SearchQuery
from tests.fixtures.chat import Chat
from tests.web.contact.pictures import jpeg


async def test_a_transcript_holds_what_was_said_and_runs_nothing(each_chat: Chat) -> None:
    guest = await each_chat.guest(language="pl")
    await guest.say("<script>alert(1)</script>")
    await each_chat.answer("Dzień dobry")

    answer = await guest.client.get("/me/transcript")
    at_home, nowhere = [
        (await guest.client.get(f"/me/transcript?zone={zone}")).text
        for zone in ("Europe/Warsaw", "../../etc/passwd")
    ]

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "<script>" not in answer.text
    assert "&lt;script&gt;" in answer.text
    assert "<strong>Ty</strong>" in answer.text
    assert "Dzień dobry" in answer.text
    assert " CET</time>" in at_home
    assert " UTC</time>" in answer.text
    assert nowhere == answer.text


async def test_a_stranger_who_is_deleted_leaves_no_word_behind(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.client.patch("/me", json={"name": "Canaryname", "email": "canary@example.test"})
    files = {"file": ("canaryfile.jpg", jpeg(9, 9))}
    draft = (await guest.client.post("/uploads", files=files)).json()["id"]
    said = await guest.say("canaryword one", attachments=[draft])
    await each_chat.answer("canaryword two")
    await each_chat.shop.deps.store.index(1_000)

    gone = await guest.client.delete("/me")
    await each_chat.shop.deps.store.index(1_000)
    after = await guest.client.get("/me")
    case = await each_chat.shop.case()
    items = await each_chat.shop.messages(case)
    file = await each_chat.client().get(f"http://clew.test{said['attachments'][0]['url']}")
    async with each_chat.shop.deps.store.read() as reader:
        found = await reader.search(
            SearchQuery(workspace_id=each_chat.shop.admin.workspace_id, text="canaryword")
        )
        shown = await reader.contact(each_chat.shop.admin.workspace_id, ContactId(case.contact.id))

    assert (gone.status_code, after.status_code, file.status_code) == (204, 401, 404)
    assert [item.text for item in items] == ["", ""]
    assert all(item.deleted_at for item in items)
    assert "anary" not in repr((case, items))
    assert found.items == []
    assert shown is not None
    assert [(one.address, one.display) for one in shown.identities] == [("", "")]
    assert await each_chat.shop.violations() == {}


async def test_no_table_holds_a_word_of_who_was_deleted(chat: Chat, tmp_path: Path) -> None:
    guest = await chat.guest()
    await guest.client.patch("/me", json={"name": "Canaryname", "email": "canary@example.test"})
    await guest.say("canaryword")
    await guest.client.delete("/me")
    await chat.shop.deps.store.index(1_000)

    dump = "\n".join(sqlite3.connect(tmp_path / "clew.db").iterdump())

    assert "anaryword" not in dump
    assert "anaryname" not in dump
    assert "canary@example.test" not in dump


async def test_another_visitor_loses_nothing(chat: Chat) -> None:
    anna, ben = await chat.guest(), await chat.guest()
    await anna.say("Anna's")
    await ben.say("Ben's")

    await anna.client.delete("/me")

    assert await ben.texts() == ["Ben's"]


async def test_who_is_known_is_deleted_on_every_device(chat: Chat) -> None:
    first = await chat.guest()
    await first.say("One")
    visiting = await chat.visiting(first)
    known = replace(visiting.visitor, subject="customer-42")
    await chat.lobby.visits.save(visiting, known)
    await chat.shop.answer("A note of ours is not a message")

    await first.client.delete("/me")

    assert (await first.client.get("/me")).status_code == 401
    assert await chat.shop.violations() == {}


async def test_who_never_wrote_can_be_deleted_too(chat: Chat) -> None:
    guest = await chat.guest()

    assert (await guest.client.delete("/me")).status_code == 204
    assert (await guest.client.get("/me")).status_code == 401

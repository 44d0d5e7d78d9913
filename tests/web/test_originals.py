"""What came in, as it was received: for those who may see it, and never run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from clew.channels.email.letters import LETTERS
from clew.domain.people import Role
from tests.fixtures.front import Front, changed


async def letter_to(front: Front) -> str:
    """Let a message come in by a channel of letters; return the address of its original."""
    whatsapp = front.shop.deps.channels["whatsapp"]
    planted: Any = {"whatsapp": replace(whatsapp, letters=LETTERS)}
    with changed(front.shop.deps, channels=planted):
        await front.shop.write("<script>alert(1)</script>")
    message = (await front.shop.messages())[-1]
    case = await front.shop.case()
    return f"/conversations/{case.conversation_id}/messages/{message.id}/original"


async def test_a_mail_is_shown_as_it_was_received_and_runs_nothing(front: Front) -> None:
    path = await letter_to(front)

    async with front.of(Role.AGENT) as client:
        shown = await client.get(path)
        kept = await client.get(path, params={"download": "true"})

    assert "<script>alert(1)" in shown.text
    assert shown.headers["content-type"] == "text/plain; charset=utf-8"
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in shown.headers["content-security-policy"]
    assert shown.headers["cache-control"] == "no-store"
    assert kept.text == shown.text
    assert kept.headers["content-disposition"].startswith("attachment")


async def test_another_workspace_never_sees_it(front: Front, other_front: Front) -> None:
    path = await letter_to(front)

    async with other_front.of(Role.ADMIN) as stranger:
        answer = await stranger.get(path)

    assert answer.status_code == 404


async def test_events_of_several_messages_are_nobodys_original(front: Front) -> None:
    """A webhook may tell of other people's messages, too."""
    await front.shop.write("Hello")
    message = (await front.shop.messages())[-1]
    case = await front.shop.case()

    async with front.of(Role.ADMIN) as client:
        path = f"/conversations/{case.conversation_id}/messages/{message.id}/original"
        answer = await client.get(path)

    assert answer.status_code == 404


async def test_what_could_not_be_read_can_be_opened_by_leads(front: Front) -> None:
    await front.shop.deliver(b"not json \xff at all")

    async with front.of(Role.SUPERVISOR) as lead, front.of(Role.AGENT) as agent:
        [event] = (await lead.get("/quarantine")).json()["items"]
        path = f"/quarantine/{event['id']}/original"
        shown = await lead.get(path)
        kept = await lead.get(path, params={"download": "true"})
        refused = await agent.get(path)

    assert shown.text == "not json \N{REPLACEMENT CHARACTER} at all"
    assert kept.content == b"not json \xff at all"
    assert kept.headers["content-type"] == "application/octet-stream"
    assert refused.status_code == 403


async def test_what_was_read_is_not_in_quarantine(front: Front) -> None:
    await front.shop.write("Hello")

    async with front.of(Role.ADMIN) as lead:
        answers = [await lead.get(f"/quarantine/{number}/original") for number in (1, 10**30)]

    assert [answer.status_code for answer in answers] == [404, 404]

"""Conversations and their timelines over HTTP."""

from datetime import timedelta

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_conversation_says_by_which_inbox_one_can_answer(front: Front) -> None:
    await front.shop.write()
    conversation_id = (await front.shop.case()).conversation_id

    async with front.of(Role.AGENT) as client:
        open_window = await client.get(f"/conversations/{conversation_id}")
        front.shop.clock.advance(timedelta(hours=25))
        closed_window = await client.get(f"/conversations/{conversation_id}")

    [inbox] = open_window.json()["inboxes"]
    assert inbox["takes_marketing"]
    assert (inbox["can_send"], inbox["template_required"], inbox["is_default"]) == (
        True,
        False,
        True,
    )
    assert inbox["window_closes_at"].endswith("Z")
    [inbox] = closed_window.json()["inboxes"]
    assert (inbox["can_send"], inbox["template_required"]) == (False, True)


async def test_the_timeline_is_read_backwards_and_forwards(front: Front) -> None:
    for number in range(6):
        await front.shop.write(f"Message {number}")
        front.shop.clock.advance(timedelta(minutes=1))
    address = f"/conversations/{(await front.shop.case()).conversation_id}/timeline"

    async with front.of(Role.AGENT) as client:
        end = (await client.get(address, params={"limit": 3})).json()
        before = (
            await client.get(address, params={"limit": 50, "before": end["items"][0]["seq"]})
        ).json()
        after = (await client.get(address, params={"after": before["items"][-1]["seq"]})).json()

    assert end["has_more_before"]
    assert not before["has_more_before"]
    assert [item["seq"] for item in after["items"]] == [item["seq"] for item in end["items"]]
    seqs = [item["seq"] for item in before["items"] + end["items"]]
    assert seqs == sorted(set(seqs))

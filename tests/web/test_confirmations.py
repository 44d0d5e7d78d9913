"""Asking somebody to confirm an address, over HTTP; whoever answers has no account."""

from __future__ import annotations

import re

from clew.domain.people import Role
from clew.services.sending.letters import Letter, compose
from tests.fixtures.front import Front


async def test_who_has_the_link_confirms_once_and_learns_only_whose_it_is(
    front: Front, other_front: Front
) -> None:
    await front.shop.write("Hello")
    contact = f"/contacts/{(await front.shop.case()).contact.id}"

    async with front.of(Role.AGENT) as agent, other_front.of(Role.ADMIN) as stranger:
        [one, *_] = (await agent.get(contact)).json()["identities"]
        path = f"{contact}/identities/{one['id']}/confirmation-requests"
        hidden = await stranger.post(path, json={})
        asked = await agent.post(path, json={"language": "pl"})
        letter = await compose(await front.shop.claim(), front.shop.deps)
        assert isinstance(letter, Letter)
        link = re.search(r"http://clew\.test/confirm#([\w-]{43})", letter.outgoing.text)
        assert link is not None
        token = {"token": link[1]}
        async with front.client() as owner:
            question = await owner.post("/confirmations/question", json=token)
            done = await owner.post("/confirmations", json=token)
            again = await owner.post("/confirmations", json=token)
        after = (await agent.get(contact)).json()
        needless = await agent.post(path, json={})

    assert hidden.status_code == 404
    assert (asked.status_code, asked.json()) == (202, {"is_code": False})
    assert set(question.json()) == {"workspace", "address", "expires_at"}
    assert question.json()["address"] == one["display"]
    assert done.status_code == 200
    assert (again.status_code, again.json()["code"]) == (410, "link_is_void")
    assert after["confidence"] == "confirmed"
    assert (needless.status_code, needless.json()["reason"]) == (409, "is_confirmed")

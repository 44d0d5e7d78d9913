"""Invitations and links over HTTP."""

from __future__ import annotations

from typing import Any

import httpx

from clew.domain.people import Role
from tests.fixtures.front import Front, changed
from tests.services.test_links import NEW, Postbox

ZOE: dict[str, Any] = {"name": "Zoe", "email": "zoe@example.org", "role": "agent"}


async def test_who_is_invited_joins_and_is_signed_in(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        invited = await admin.post("/links", json=ZOE)
        listed = await admin.get("/links")
    async with front.client() as stranger:
        token = invited.json()["token"]
        owner = await stranger.post("/links/owner", json={"token": token})
        joined = await stranger.post("/links/password", json={"token": token, "password": NEW})
        me = await stranger.get("/session")
        again = await stranger.post("/links/password", json={"token": token, "password": NEW})

    assert (invited.status_code, invited.headers["cache-control"]) == (201, "no-store")
    assert token not in listed.text
    assert (owner.json()["email"], owner.json()["purpose"]) == ("zoe@example.org", "invitation")
    assert joined.status_code == 201
    assert me.json()["agent"]["name"] == "Zoe"
    assert (again.status_code, again.json()["code"]) == (410, "link_is_void")


async def test_nobody_learns_who_has_an_account(front: Front) -> None:
    box = Postbox()
    known = front.people[Role.AGENT].agent.email

    async def ask(client: httpx.AsyncClient, email: str) -> tuple[int, str]:
        answer = await client.post("/links/wishes", json={"email": email})
        return answer.status_code, answer.text

    with changed(front.desk, post=box.open()):
        async with front.client() as stranger:
            assert await ask(stranger, known) == await ask(stranger, "nobody@example.org")

    assert [one.recipients for one in box.mails] == [(known,)]


async def test_a_link_is_renewed_and_revoked(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        zoe = (await admin.post("/links", json=ZOE)).json()["agent"]["id"]
        renewed = await admin.put(f"/agents/{zoe}/link", json={})
        revoked = await admin.delete(f"/agents/{zoe}/link")
    async with front.client() as stranger:
        owner = await stranger.post("/links/owner", json={"token": renewed.json()["token"]})

    assert (renewed.status_code, revoked.status_code, owner.status_code) == (200, 204, 410)

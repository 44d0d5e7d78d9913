"""Inboxes over HTTP."""

from typing import Any

from clew.domain.people import Role
from clew.ports.channel import Template
from tests.fixtures.front import Front

NEW: dict[str, Any] = {
    "channel": "whatsapp",
    "name": "Second number",
    "settings": {"phone_number_id": "123456"},
    "secrets": {
        "access_token": "EAAG-canary-token",
        "app_secret": "canary-app-secret",
        "verify_token": "canary-verify-token",
    },
}


async def test_secrets_go_in_and_never_come_out(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        added = await admin.post("/inboxes", json=NEW)
        listed = await admin.get("/inboxes")
        changed = await admin.patch(
            f"/inboxes/{added.json()['id']}", json={"secrets": {"access_token": "EAAG-canary-two"}}
        )

    assert added.status_code == 201, added.text
    assert added.json()["webhook_path"] == f"/hooks/{added.json()['id']}"
    assert added.json()["health"]["state"] == "green"
    assert changed.status_code == 200
    for answer in (added, listed, changed):
        assert "canary" not in answer.text


async def test_an_inbox_without_its_secrets_cannot_be_made(front: Front) -> None:
    """It could not tell its provider's webhooks from forged ones."""
    async with front.of(Role.ADMIN) as admin:
        answer = await admin.post("/inboxes", json={**NEW, "secrets": {}})

    fields = {error["field"] for error in answer.json()["errors"]}
    assert answer.status_code == 422
    assert fields == {"access_token", "app_secret", "verify_token"}


async def test_settings_can_be_changed_without_giving_the_secrets_again(front: Front) -> None:
    address = f"/inboxes/{front.shop.inbox.id}"

    async with front.of(Role.ADMIN) as admin:
        renamed = await admin.patch(address, json={"name": "Main number"})
        wrong = await admin.patch(address, json={"settings": {"phone_number_id": "not/one"}})
    async with front.of(Role.AGENT) as client:
        seen = await client.get(address)

    assert renamed.json()["name"] == seen.json()["name"] == "Main number"
    assert wrong.status_code == 422
    assert "not/one" not in wrong.text


async def test_an_unknown_channel_is_refused(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        answer = await admin.post("/inboxes", json={**NEW, "channel": "pigeons"})

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "channel")


async def test_the_templates_of_an_inbox_are_a_list(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.get(f"/inboxes/{front.shop.inbox.id}/templates")

    assert answer.json() == {"items": [], "next_cursor": None}


async def test_the_templates_that_can_be_sent_are_listed_alone_on_wish(front: Front) -> None:
    known = [Template(state, "en", "utility", state, "Hello") for state in ("approved", "paused")]
    await front.shop.approve(*known)
    path = f"/inboxes/{front.shop.inbox.id}/templates"
    async with front.of(Role.AGENT) as client:
        everything = (await client.get(path)).json()["items"]
        sendable = (await client.get(path, params={"sendable": "true"})).json()["items"]

    assert [one["name"] for one in everything] == ["approved", "paused"]
    assert [one["name"] for one in sendable] == ["approved"]


async def test_the_form_of_a_channel_is_declared(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        answer = await admin.get("/channels")

    channels = {one["id"]: one for one in answer.json()["items"]}
    names = [one["name"] for one in channels["whatsapp"]["settings"] if one["is_required"]]
    assert {"phone_number_id", "access_token", "app_secret"} <= set(names)


async def test_an_archived_inbox_is_not_listened_to_and_comes_back(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        added = (await admin.post("/inboxes", json=NEW)).json()
        address = f"/inboxes/{added['id']}"
        archived = await admin.patch(address, json={"stage": "archived"})
        hook = await front.client().get(f"http://clew.test{added['webhook_path']}")
        active = await admin.patch(address, json={"stage": "active"})

    assert (archived.json()["stage"], active.json()["stage"]) == ("archived", "active")
    assert sorted(archived.json()["secrets"]) == ["access_token", "app_secret", "verify_token"]
    assert hook.status_code == 404


async def test_a_test_is_sent_by_administrators_and_what_became_of_it_is_told(front: Front) -> None:
    address = f"/inboxes/{front.shop.inbox.id}"

    async with front.of(Role.ADMIN) as admin:
        tried = await admin.post(f"{address}/trials", json={"to": "+48 600 100 200"})
        wrong = await admin.post(f"{address}/trials", json={"to": "me"})
        await admin.patch(address, json={"stage": "paused"})
        resting = await admin.post(f"{address}/trials", json={"to": "+48 600 100 200"})

    assert (tried.status_code, tried.json()["state"]) == (200, "unavailable")
    assert [one["code"] for one in tried.json()["why"]] == ["nobody_to_ask"]
    assert (wrong.status_code, wrong.json()["errors"][0]["fault"]) == (422, "not_a_phone")
    assert (resting.status_code, resting.json()["reason"]) == (409, "inbox_rests")

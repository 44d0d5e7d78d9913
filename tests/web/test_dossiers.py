"""What is kept about a contact, over HTTP: a sensitive value is sent to whom it is shown, only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx

from clew.domain.people import Role
from tests.fixtures.front import Front

SECRET = "44051401359"


async def a_contact(front: Front) -> str:
    await front.shop.write("one")
    return f"/contacts/{(await front.shop.case()).contact.id}"


async def confirm(client: httpx.AsyncClient, contact: str) -> Any:
    [one, *_] = (await client.get(contact)).json()["identities"]
    path = f"{contact}/identities/{one['id']}/confirmation"
    return path, await client.put(path, json={"how": "by telephone"})


async def test_a_sensitive_value_is_not_sent_before_identity_is_confirmed(front: Front) -> None:
    contact = await a_contact(front)

    async with front.of(Role.AGENT) as client:
        kept = await client.put(
            f"{contact}/fields/PESEL", json={"value": SECRET, "is_sensitive": True}
        )
        conversation = kept.json()["conversation_id"]
        pages = [contact, f"/conversations/{conversation}", f"{contact}/showings"]
        covered = [(await client.get(path)).text for path in pages]
        refused = await client.get(f"{contact}/fields/PESEL")
        path, confirmed = await confirm(client, contact)
        shown = await client.get(f"{contact}/fields/PESEL")
        showings = (await client.get(f"{contact}/showings")).json()
        still = [(await client.get(path)).text for path in pages]
        back = await client.delete(path)

    assert not any(SECRET in text for text in [kept.text, *covered, *still])
    assert (refused.status_code, refused.json()["code"]) == (403, "identity_is_not_confirmed")
    assert confirmed.json()["confidence"] == "confirmed"
    assert shown.json()["value"] == SECRET
    assert [one["field"] for one in showings] == ["PESEL"]
    assert back.json()["confidence"] == "likely"


async def test_the_workspace_has_fields_for_everybody(front: Front) -> None:
    contact = await a_contact(front)
    items = [{"name": "Order", "is_sensitive": False}, {"name": "PESEL", "is_sensitive": True}]

    async with front.of(Role.SUPERVISOR) as lead:
        put = await lead.put("/contact-fields", json={"items": items})
        twice = await lead.put("/contact-fields", json={"items": [items[0], items[0]]})
    async with front.of(Role.AGENT) as client:
        listed = (await client.get("/contact-fields")).json()
        fields = (await client.get(contact)).json()["fields"]
        removed = await client.delete(f"{contact}/fields/Order")

    assert put.json() == listed == {"items": items}
    assert (twice.status_code, twice.json()["code"]) == (422, "invalid_input")
    assert [(one["name"], one["is_covered"]) for one in fields] == [
        ("Order", False),
        ("PESEL", True),
    ]
    assert removed.status_code == 200


async def test_consents_are_kept_once_per_word(front: Front) -> None:
    contact = await a_contact(front)
    word = {"purpose": "marketing", "is_given": True, "how": "form", "channel": "whatsapp"}

    async with front.of(Role.AGENT) as client:
        for _ in range(2):
            answer = await client.post(
                f"{contact}/consents", json=word, headers={"Idempotency-Key": "k"}
            )
        listed = (await client.get(f"{contact}/consents")).json()
        nobody = await client.get(contact.replace(contact[-12:], "0" * 12) + "/consents")

    assert answer.status_code == 201
    assert [(one["purpose"], one["is_given"], one["how"]) for one in listed] == [
        ("marketing", True, "form")
    ]
    assert nobody.status_code == 404


async def test_who_took_their_consent_back_is_not_written_to_until_they_write(front: Front) -> None:
    contact = await a_contact(front)
    case = await front.shop.case()
    path = f"/conversations/{case.conversation_id}"
    word = {"purpose": "service", "is_given": False, "how": "by telephone"}
    front.shop.clock.advance(timedelta(minutes=1))

    async def answer() -> httpx.Response:
        body = {"id": str(uuid4()), "case_id": str(case.id), "text": "Hello"}
        return await client.post(f"{path}/messages", json=body)

    async with front.of(Role.AGENT) as client:
        await client.post(f"{contact}/consents", json=word)
        [way] = (await client.get(path)).json()["inboxes"]
        refused = await answer()
        front.shop.clock.advance(timedelta(minutes=1))
        await front.shop.write("two")
        taken = await answer()

    assert (way["can_send"], way["reason"]) == (False, "opted_out")
    assert (refused.status_code, refused.json()["reason"]) == (409, "opted_out")
    assert "the contact wants no messages there" in refused.json()["detail"]
    assert taken.status_code == 201, taken.text


async def test_merges_are_remembered(front: Front) -> None:
    contact = await a_contact(front)
    await front.shop.write("two", phone="48600100201")
    others = [str(one.contact.id) for one in await front.shop.cases()]
    [other] = [one for one in others if one not in contact]

    async with front.of(Role.AGENT) as client:
        merged = await client.post(f"{contact}/merges", json={"contact_id": other})
        await client.delete(f"{contact}/merges/{merged.json()['merge_id']}")
        listed = (await client.get(f"{contact}/merges")).json()

    assert [bool(one["undone_at"]) for one in listed] == [True]

"""Contacts and search over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_contact_has_addresses_and_cases(front: Front) -> None:
    await front.shop.write()
    contact_id = (await front.shop.case()).contact.id

    async with front.of(Role.AGENT) as client:
        answer = await client.get(f"/contacts/{contact_id}")

    contact = answer.json()
    assert contact["name"] == "Anna Kowalska"
    assert contact["identities"][0]["channel"] == "whatsapp"
    assert len(contact["cases"]) == 1
    assert "x-seq" in answer.headers


async def test_a_contact_gets_another_name(front: Front) -> None:
    await front.shop.write()
    contact_id = (await front.shop.case()).contact.id

    async with front.of(Role.AGENT) as client:
        renamed = await client.patch(f"/contacts/{contact_id}", json={"name": " Anna  Nowak "})
        listed = await client.get("/contacts", params={"q": "nowak"})
        empty = await client.patch(f"/contacts/{contact_id}", json={"name": "  "})

    assert renamed.json()["name"] == "Anna Nowak"
    assert [one["name"] for one in listed.json()["items"]] == ["Anna Nowak"]
    assert empty.status_code == 422


async def test_what_was_said_is_found_again(front: Front) -> None:
    await front.shop.write("My kettle is broken")
    while await front.shop.deps.store.index(100):
        pass

    async with front.of(Role.AGENT) as client:
        found = await client.get("/search", params={"q": "kettles"})
        none = await client.get("/search", params={"q": "teapot"})
        blank = await client.get("/search", params={"q": " "})

    [hit] = found.json()["items"]
    assert [part["text"] for part in hit["snippet"] if part["hit"]] == ["kettle"]
    assert none.json()["items"] == []
    assert blank.status_code == 422

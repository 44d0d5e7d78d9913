"""What visitors said of themselves tells who may be who, and nothing more."""

from __future__ import annotations

from dataclasses import replace

from clew.services.visitors.proving import prove
from tests.fixtures.chat import Chat, Guest


async def suggested(chat: Chat, guest: Guest) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return who may be the same person as a guest, and why."""
    here = chat.shop.admin.workspace_id
    visitor = (await chat.visiting(guest)).visitor
    async with chat.shop.deps.store.read() as reader:
        found = await reader.visitors.whereabouts(here, [visitor.id])
        views = await reader.suggestions(here, found[visitor.id].contact_id)
    return [
        (view.contact.name, [(one.reason, one.shown) for one in view.evidence]) for view in views
    ]


async def confirmed(chat: Chat, guest: Guest) -> None:
    visitor = (await chat.visiting(guest)).visitor
    visitor = replace(visitor, email_confirmed_at=chat.shop.clock.now())
    async with chat.shop.deps.store.write() as tx:
        await tx.visitors.save(visitor)
        await prove(visitor, tx, chat.shop.deps)


async def test_who_gives_the_same_address_is_suggested_to_both(each_chat: Chat) -> None:
    first, second, third = [await each_chat.guest() for _ in range(3)]
    for guest, name, email in ((first, "Anna", "a@b.test"), (second, "Ann", "a@b.test"),
                               (third, "Bo", "bo@b.test")):  # fmt: skip
        await guest.client.patch("/me", json={"name": name, "email": email})
        await guest.say()

    reason = [("same_email_claimed", "a@b.test")]
    assert await suggested(each_chat, first) == [("Ann", reason)]
    assert await suggested(each_chat, second) == [("Anna", reason)]
    assert await suggested(each_chat, third) == []


async def test_a_claim_of_a_proven_address_is_suggested(each_chat: Chat) -> None:
    first, second = await each_chat.guest(), await each_chat.guest()
    for guest, name in ((first, "Anna"), (second, "Ann")):
        await guest.client.patch("/me", json={"name": name, "email": "a@b.test"})
        await guest.say()
    await confirmed(each_chat, first)

    assert await suggested(each_chat, second) == [("Anna", [("same_email_claimed", "a@b.test")])]
    assert [one[0] for one in await suggested(each_chat, first)] == ["Ann"]


async def test_a_number_is_compared_without_its_spaces(chat: Chat) -> None:
    await chat.shop.write("From my phone", phone="48600100201")
    guest = await chat.guest()
    await guest.client.patch("/me", json={"phone": "+48 600 100-201"})
    await guest.say()

    [(_, [(reason, _)])] = await suggested(chat, guest)
    assert reason == "same_phone_claimed"


async def test_for_whom_the_site_vouches_is_confirmed(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.say()
    visitor = (await each_chat.visiting(guest)).visitor
    here = each_chat.shop.admin.workspace_id

    async def confidence() -> tuple[str, int]:
        async with each_chat.shop.deps.store.read() as reader:
            found = await reader.visitors.whereabouts(here, [visitor.id])
            contact = await reader.contact(here, found[visitor.id].contact_id)
        assert contact is not None
        return contact.confidence, len(contact.claims)

    before = await confidence()
    async with each_chat.shop.deps.store.write() as tx:
        await tx.visitors.save(replace(visitor, subject="customer-42"))

    assert before == ("not_identified", 0)
    assert await confidence() == ("confirmed", 0)

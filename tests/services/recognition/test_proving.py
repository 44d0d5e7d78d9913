"""Only what is proven joins by itself, and never against the word of a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from clew.domain.case import Case
from clew.domain.recognition import Reason
from clew.ports.store.contact_views import ContactView, SuggestionView
from clew.services.recognition.proving import join_proven, note_proof
from clew.services.recognition.suggesting import dismiss
from clew.services.sending import claim
from clew.storage import schema
from tests.channels.whatsapp.webhooks import a_message, a_value, an_envelope
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World

PHONE, ACCOUNT = "36205550009", "HU.9009"


async def a_webhook(people: People, text: str, *, phone: str = "", account: str = "") -> Case:
    """Somebody writes, of whom the provider says what is given; return the case."""
    people.world.clock.advance(timedelta(minutes=1))
    who: dict[str, Any] = {"profile": {"name": ""}}
    message: dict[str, Any] = {"id": f"wamid.{text}", "text": {"body": text}}
    if phone:
        who["wa_id"] = message["from"] = phone
    if account:
        who["user_id"] = message["from_user_id"] = account
    stamp = str(int(people.world.clock.now().timestamp()))
    whole = a_message(**{"timestamp": stamp, "from": phone, **message})
    for name, given in (("from", phone), ("from_user_id", account)):
        if not given:
            whole.pop(name, None)
    await people.world.takes_in(an_envelope(a_value(messages=[whole], contacts=[who])))
    return await people.case_of(f"wamid.{text}")


async def prove(people: People, one: Case, other: Case, reason: Reason) -> int:
    deps = people.world.deps
    async with deps.store.write() as tx:
        await note_proof((one.contact_id, other.contact_id), reason, WORKSPACE, tx, deps)
    return await join_proven(deps, 20)


async def contact_of(people: People, case: Case) -> ContactView:
    async with people.world.deps.store.read() as reader:
        found = await reader.contact(WORKSPACE, case.contact_id)
    assert found is not None
    return found


async def suggestions(people: People, case: Case) -> list[SuggestionView]:
    async with people.world.deps.store.read() as reader:
        return await reader.suggestions(WORKSPACE, case.contact_id)


async def test_an_account_and_a_number_are_one_when_the_provider_says_so(
    each_world: World,
) -> None:
    people = People(each_world)
    by_number = await a_webhook(people, "one", phone=PHONE)
    by_account = await a_webhook(people, "two", account=ACCOUNT)
    assert by_number.contact_id != by_account.contact_id
    assert await join_proven(each_world.deps, 20) == 0

    await a_webhook(people, "three", phone=PHONE, account=ACCOUNT)
    assert await join_proven(each_world.deps, 20) == 1

    assert await people.texts(by_number.conversation_id) == ["one", "two", "three"]
    [merge] = (await contact_of(people, by_account)).merges
    assert (merge.rule, merge.by) == ("same_account", "")
    assert await people.audit() == {}


async def test_a_number_with_a_new_owner_is_suggested_and_not_joined(each_world: World) -> None:
    people = People(each_world)
    before = await a_webhook(people, "one", phone=PHONE, account="HU.1")
    other = await a_webhook(people, "two", account=ACCOUNT)

    await a_webhook(people, "three", phone=PHONE, account=ACCOUNT)
    await join_proven(each_world.deps, 20)

    assert (await people.case(other.id)).contact_id != before.contact_id
    [found] = await suggestions(people, other)
    assert [one.reason for one in found.evidence] == ["same_account"]
    assert await join_proven(each_world.deps, 20) == 0


@pytest.mark.parametrize("reason", [Reason.SAME_PHONE, Reason.SAME_EMAIL_CLAIMED])
async def test_what_is_not_proven_is_suggested(each_world: World, reason: Reason) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")

    assert await prove(people, judit, other, reason) == 0

    [found] = await suggestions(people, judit)
    assert found.contact.name == "Jutka"
    assert [one.reason for one in found.evidence] == [reason.value]


async def test_a_proof_after_a_suggestion_counts(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await prove(people, judit, other, Reason.SAME_PHONE)

    assert await prove(people, other, judit, Reason.SAME_VERIFIED) == 1

    assert (await people.case(other.id)).contact_id == judit.contact_id


@pytest.mark.parametrize("is_parted", [True, False])
async def test_who_is_said_not_to_be_the_same_is_never_joined_by_a_rule(
    each_world: World,
    is_parted: bool,
) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    third = await people.write("Third")
    if is_parted:
        await people.part(judit, await people.merge(judit, other))
    else:
        both = (judit.contact_id, other.contact_id)
        await dismiss(*both, asker=each_world.asker, deps=each_world.deps)
    await people.merge(third, judit)

    await prove(people, judit, other, Reason.SAME_VERIFIED)
    await prove(people, third, other, Reason.SAME_VERIFIED)

    assert (await people.case(other.id)).contact_id == other.contact_id
    assert await suggestions(people, other) == []


async def test_a_proof_waits_for_what_is_on_its_way(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await people.answer(judit)
    await people.answer(other)
    held = await claim(each_world.sender, 10)

    assert await prove(people, judit, other, Reason.SAME_VERIFIED) == 0
    [row] = await people.rows(schema.contact_pairs)
    assert row["state"] == "proven"

    from clew.services.sending import send

    for one in held:
        await send(one, sender=each_world.sender)
    assert await join_proven(each_world.deps, 20) == 1
    assert await people.audit() == {}

"""Whoever reads what is sent to an address confirms it, once, by a button."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clew.domain.ids import MessageId
from clew.services.confirmations.linking import confirm_by_link, look
from clew.services.links import LinkIsVoid
from clew.services.recognition.confirming import IsProvenOtherwise, unconfirm_identity
from clew.services.replies import send_again
from clew.storage import schema
from tests.services.confirmations.links import a_link, ask, tokens
from tests.services.recognition.people import People
from tests.services.recognition.test_confirming import confirm, identity_of
from tests.services.recognition.test_keeping import contact_of
from tests.services.scripted_provider import refused
from tests.services.world import WORKSPACE, World


async def test_the_button_confirms_the_address_and_says_how(each_world: World) -> None:
    people, deps = People(each_world), each_world.deps
    case = await people.write("Judit")
    token = await a_link(people, case)

    asked = [await look(token, deps=deps) for _ in range(2)]
    before = await contact_of(each_world, case.contact_id)
    await confirm_by_link(token, deps=deps)
    after = await contact_of(each_world, case.contact_id)

    assert asked[0] == asked[1]
    assert (before.confidence, after.confidence) == ("likely", "confirmed")
    [one] = [one for one in after.identities if one.kind == "phone"]
    assert (asked[0].workspace, asked[0].address) == ("Shop", one.display)
    assert (one.proof_asked_by, one.proven_at) == ("Anna", each_world.clock.now())
    page = await people.timeline(case.conversation_id)
    [told] = [item for item in page.items if item.event == "identity_proven"]
    assert told.data == {"address": one.display, "asked_by": "Anna"}
    assert await people.audit() == {}


async def test_a_link_is_good_once_and_for_a_day(each_world: World) -> None:
    people, deps = People(each_world), each_world.deps
    judit, other = await people.write("Judit"), await people.write("Jutka")
    first, late = await a_link(people, judit), await a_link(people, other)

    await confirm_by_link(first, deps=deps)
    each_world.clock.advance(timedelta(hours=24))

    for token in (first, late, "never was one"):
        with pytest.raises(LinkIsVoid):
            await look(token, deps=deps)
        with pytest.raises(LinkIsVoid):
            await confirm_by_link(token, deps=deps)


async def test_what_a_link_says_is_in_no_row(each_world: World) -> None:
    """Colleagues read messages, and the database is backed up."""
    people = People(each_world)
    case = await people.write("Judit")

    token = await a_link(people, case)

    rows = await people.everything()
    assert token not in str(rows)
    assert token not in str(await people.log())
    assert "https://clew.example.test/confirm#…" in (await people.texts(case.conversation_id))[-1]


async def test_of_two_links_the_first_that_is_used_voids_the_other(world: World) -> None:
    people, deps = People(world), world.deps
    case = await people.write("Judit")
    links = [await a_link(people, case) for _ in range(2)]

    await confirm_by_link(links[0], deps=deps)

    assert links[0] != links[1]
    with pytest.raises(LinkIsVoid):
        await confirm_by_link(links[1], deps=deps)
    assert len(await people.rows(schema.confirmation_links)) == 1


async def test_a_link_that_is_sent_again_is_a_new_one(world: World) -> None:
    people, deps = People(world), world.deps
    case = await people.write("Judit")
    await ask(people, case)
    world.provider.answers.append(refused(131026))
    await world.sends()
    [message] = await people.rows(schema.messages, kind="confirmation")

    await send_again(case.conversation_id, MessageId(message["id"]), asker=world.asker, deps=deps)
    await world.sends()

    both = tokens(people)
    assert len(set(both)) == 2
    assert (await confirm_by_link(both[1], deps=deps)).workspace == "Shop"


async def test_who_has_proven_the_same_address_is_the_same_person(each_world: World) -> None:
    from tests.services.recognition.test_confirming import the_same_number_elsewhere

    people, deps = People(each_world), each_world.deps
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await the_same_number_elsewhere(people, "Judit", other)

    await confirm_by_link(await a_link(people, judit), deps=deps)

    assert (await people.case(other.id)).contact_id == judit.contact_id
    assert await people.audit() == {}


async def test_what_its_owner_confirmed_no_agent_takes_back(world: World) -> None:
    people, deps = People(world), world.deps
    case = await people.write("Judit")
    token = await a_link(people, case)
    await confirm(people, case)

    await confirm_by_link(token, deps=deps)

    with pytest.raises(IsProvenOtherwise):
        await unconfirm_identity(
            case.contact_id, await identity_of(people, case), asker=world.asker, deps=deps
        )


async def test_nothing_of_a_link_outlives_the_contact(each_world: World) -> None:
    people, deps = People(each_world), each_world.deps
    case = await people.write("Judit")
    token = await a_link(people, case)

    async with deps.store.write() as tx:
        await tx.dossiers.erase(WORKSPACE, case.contact_id)

    with pytest.raises(LinkIsVoid):
        await confirm_by_link(token, deps=deps)

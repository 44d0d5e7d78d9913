"""What contacts agreed to is kept with when and how, through joining and parting."""

from __future__ import annotations

import pytest

from clew.domain.consent import Purpose
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import ContactId
from clew.services.recognition.consenting import AddConsent, add_consent
from tests.builders import an_id
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def agree(
    world: World, contact_id: ContactId, *, is_given: bool = True, how: str = "on the phone"
) -> None:
    command = AddConsent(
        contact_id=contact_id, purpose=Purpose.MARKETING, is_given=is_given, how=how
    )
    await add_consent(command, asker=world.asker, deps=world.deps)


async def words(world: World, contact_id: ContactId) -> list[tuple[bool, str, str]]:
    async with world.deps.store.read() as reader:
        found = await reader.dossiers.consents(WORKSPACE, contact_id)
    return [(one.is_given, one.how, one.by.name if one.by else "") for one in found]


async def test_every_word_is_kept_the_latest_first(each_world: World) -> None:
    whose = (await People(each_world).write("Judit")).contact_id

    await agree(each_world, whose)
    await agree(each_world, whose, is_given=False, how=" by \x00 mail ")

    assert await words(each_world, whose) == [
        (False, "by mail", "Anna"),
        (True, "on the phone", "Anna"),
    ]


async def test_words_are_shared_while_two_are_one_and_go_back(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await agree(each_world, judit.contact_id, how="hers")
    await agree(each_world, other.contact_id, how="the other's")

    merge_id = await people.merge(judit, other)
    joint = await words(each_world, other.contact_id)
    await people.part(judit, merge_id)

    assert [how for _, how, _ in joint] == ["the other's", "hers"]
    assert [how for _, how, _ in await words(each_world, judit.contact_id)] == ["hers"]
    assert [how for _, how, _ in await words(each_world, other.contact_id)] == ["the other's"]


async def test_what_is_not_told_is_refused(world: World) -> None:
    whose = (await People(world).write("Judit")).contact_id

    for how in (" ", "x" * 501):
        with pytest.raises(InvalidInput):
            await agree(world, whose, how=how)
    nowhere = AddConsent(
        contact_id=whose, purpose=Purpose.SURVEYS, is_given=True, channel="pigeon", how="it said"
    )
    with pytest.raises(InvalidInput):
        await add_consent(nowhere, asker=world.asker, deps=world.deps)
    with pytest.raises(NotFound):
        await agree(world, ContactId(an_id(9)))

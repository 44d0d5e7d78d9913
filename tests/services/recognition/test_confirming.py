"""A person can make sure whose an address is, and take that back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import insert, update

from clew.domain.case import Case
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import IdentityId
from clew.services.recognition.confirming import (
    IsProvenOtherwise,
    confirm_identity,
    unconfirm_identity,
)
from clew.storage import schema
from tests.builders import an_id
from tests.services.recognition.people import People
from tests.services.recognition.test_keeping import contact_of
from tests.services.world import WORKSPACE, World


async def identity_of(people: People, case: Case, kind: str = "phone") -> IdentityId:
    contact = await contact_of(people.world, case.contact_id)
    return IdentityId(next(one.id for one in contact.identities if one.kind == kind))


async def confirm(people: People, case: Case, how: str = "asked her") -> None:
    whose = await identity_of(people, case)
    world = people.world
    await confirm_identity(case.contact_id, whose, how, asker=world.asker, deps=world.deps)


async def say(people: People, statement: Any) -> None:
    store: Any = people.world.deps.store
    async with store._engine.writing() as connection:
        await connection.execute(statement)


async def test_a_confirmed_address_confirms_the_contact_until_it_is_taken_back(
    each_world: World,
) -> None:
    people = People(each_world)
    case = await people.write("Judit")
    before = await contact_of(each_world, case.contact_id)

    await confirm(people, case)
    sure = await contact_of(each_world, case.contact_id)
    await unconfirm_identity(
        case.contact_id,
        await identity_of(people, case),
        asker=each_world.asker,
        deps=each_world.deps,
    )

    assert (before.confidence, sure.confidence) == ("likely", "confirmed")
    [one] = [one for one in sure.identities if one.kind == "phone"]
    assert (one.confirmed_by, one.confirmed_how) == ("Anna", "asked her")
    assert one.confirmed_at == each_world.clock.now()
    assert await contact_of(each_world, case.contact_id) == before


async def the_same_number_elsewhere(people: People, name: str, other: Case) -> None:
    """Let another contact have proven somebody's number on another channel."""
    phone = people.phone(name).removeprefix("+")
    also = {
        "workspace_id": WORKSPACE,
        "id": an_id(77),
        "contact_id": other.contact_id,
        "channel": "sms",
        "scope": "sms",
        "kind": "phone",
        "address": phone,
        "display": phone,
        "assurance": "verified",
        "created_at": people.world.clock.now(),
    }
    await say(people, insert(schema.identities).values(also))


async def test_the_same_address_confirmed_twice_is_one_person(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await the_same_number_elsewhere(people, "Judit", other)

    await confirm(people, judit)

    assert (await people.case(other.id)).contact_id == judit.contact_id
    assert await people.audit() == {}


async def test_what_its_owner_has_proven_is_not_taken_back(world: World) -> None:
    people = People(world)
    case = await people.write("Judit")
    which = await identity_of(people, case)
    await say(
        people,
        update(schema.identities)
        .where(schema.identities.c.id == which)
        .values(assurance="verified"),
    )
    await confirm(people, case)

    assert await people.rows(schema.confirmations) == []
    with pytest.raises(IsProvenOtherwise):
        await unconfirm_identity(case.contact_id, which, asker=world.asker, deps=world.deps)


async def test_how_must_be_told_and_the_address_be_theirs(world: World) -> None:
    people = People(world)
    judit, other = await people.write("Judit"), await people.write("Jutka")

    with pytest.raises(InvalidInput):
        await confirm(people, judit, how=" ")
    with pytest.raises(NotFound):
        await confirm_identity(
            other.contact_id,
            await identity_of(people, judit),
            "x",
            asker=world.asker,
            deps=world.deps,
        )

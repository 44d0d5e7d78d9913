"""Fields are kept for everybody, and shown to those who may see them; that is written down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.fields import FieldKind, IdentityIsNotConfirmed
from clew.domain.ids import ContactId
from clew.domain.people import Role
from clew.ports.store.contact_views import ContactView, FieldView
from clew.services.asking import Asker
from clew.services.recognition.confirming import confirm_identity
from clew.services.recognition.keeping import (
    SetField,
    remove_field,
    set_field,
    set_field_kinds,
    show_field,
)
from tests.builders import an_id
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World

PESEL = SetField(name="PESEL", value="44051401359", is_sensitive=True)


def asking(world: World, role: Role) -> Asker:
    return replace(world.asker, agent=replace(world.asker.agent, role=role))


async def contact_of(world: World, contact_id: ContactId) -> ContactView:
    async with world.deps.store.read() as reader:
        found = await reader.contact(WORKSPACE, contact_id)
    assert found is not None
    return found


async def fields_of(world: World, contact_id: ContactId) -> dict[str, FieldView]:
    return {one.name: one for one in (await contact_of(world, contact_id)).fields}


async def test_a_sensitive_value_never_comes_with_the_contact(each_world: World) -> None:
    asker, deps = asking(each_world, Role.AGENT), each_world.deps
    whose = (await People(each_world).write("Judit")).contact_id
    await set_field(whose, PESEL, asker=asker, deps=deps)
    await set_field(whose, SetField(name="City", value="Gdańsk"), asker=asker, deps=deps)

    fields = await fields_of(each_world, whose)

    assert fields["City"].value == "Gdańsk"
    assert fields["PESEL"].value is None
    assert fields["PESEL"].has_value
    assert fields["PESEL"].is_covered


async def test_it_is_shown_once_an_address_is_confirmed_and_that_is_kept(
    each_world: World,
) -> None:
    asker, deps = asking(each_world, Role.AGENT), each_world.deps
    whose = (await People(each_world).write("Judit")).contact_id
    await set_field(whose, PESEL, asker=asker, deps=deps)
    with pytest.raises(IdentityIsNotConfirmed):
        await show_field(whose, "pesel", asker=asker, deps=deps)

    [identity, *_] = (await contact_of(each_world, whose)).identities
    await confirm_identity(whose, identity.id, "asked her", asker=asker, deps=deps)  # type: ignore[arg-type]
    shown = await show_field(whose, "pesel", asker=asker, deps=deps)

    assert shown.value == PESEL.value
    assert not (await fields_of(each_world, whose))["PESEL"].is_covered
    async with deps.store.read() as reader:
        [showing] = await reader.dossiers.showings(WORKSPACE, whose)
    assert (showing.field, showing.by) == ("PESEL", "Anna")


async def test_who_leads_may_uncover_before_that(world: World) -> None:
    lead, deps = asking(world, Role.SUPERVISOR), world.deps
    whose = (await People(world).write("Judit")).contact_id
    await set_field(whose, PESEL, asker=lead, deps=deps)

    assert (await show_field(whose, "PESEL", asker=lead, deps=deps)).value == PESEL.value
    async with deps.store.read() as reader:
        assert len(await reader.dossiers.showings(WORKSPACE, whose)) == 1


async def test_what_one_may_not_see_is_neither_uncovered_nor_removed(world: World) -> None:
    asker, deps = asking(world, Role.AGENT), world.deps
    whose = (await People(world).write("Judit")).contact_id
    await set_field(whose, PESEL, asker=asker, deps=deps)

    with pytest.raises(IdentityIsNotConfirmed):
        await set_field(whose, SetField(name="PESEL"), asker=asker, deps=deps)
    with pytest.raises(IdentityIsNotConfirmed):
        await remove_field(whose, "PESEL", asker=asker, deps=deps)
    await set_field(whose, SetField(name="PESEL", is_sensitive=True), asker=asker, deps=deps)

    lead = asking(world, Role.ADMIN)
    assert (await show_field(whose, "PESEL", asker=lead, deps=deps)).value == PESEL.value


async def test_the_workspace_says_which_fields_everybody_has(each_world: World) -> None:
    lead, agent, deps = (
        asking(each_world, Role.SUPERVISOR),
        asking(each_world, Role.AGENT),
        each_world.deps,
    )
    whose = (await People(each_world).write("Judit")).contact_id
    await set_field(whose, SetField(name="pesel", value="1"), asker=agent, deps=deps)
    kinds = [FieldKind(name="Plan"), FieldKind(name="PESEL", is_sensitive=True)]

    with pytest.raises(NotAllowed):
        await set_field_kinds(kinds, asker=agent, deps=deps)
    await set_field_kinds(kinds, asker=lead, deps=deps)

    fields = await fields_of(each_world, whose)
    assert list(fields) == ["Plan", "PESEL"]
    assert fields["PESEL"].value is None
    assert fields["PESEL"].is_of_workspace
    assert not fields["Plan"].has_value
    with pytest.raises(IdentityIsNotConfirmed):
        await show_field(whose, "pesel", asker=agent, deps=deps)


async def test_a_removed_field_is_gone_and_what_cannot_be_is_refused(world: World) -> None:
    asker, deps = world.asker, world.deps
    whose = (await People(world).write("Judit")).contact_id
    await set_field(whose, SetField(name="City", value="Gdańsk"), asker=asker, deps=deps)

    await remove_field(whose, "CITY", asker=asker, deps=deps)
    await remove_field(whose, "CITY", asker=asker, deps=deps)

    assert await fields_of(world, whose) == {}
    with pytest.raises(NotFound):
        await show_field(whose, "City", asker=asker, deps=deps)
    with pytest.raises(InvalidInput):
        await set_field(whose, SetField(name=" "), asker=asker, deps=deps)
    with pytest.raises(NotFound):
        await remove_field(ContactId(an_id(9)), "City", asker=asker, deps=deps)

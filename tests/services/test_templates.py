from __future__ import annotations

import pytest

from clew.domain.people import InboxState
from clew.ports.channel import Connected, HttpResponse, Misconfigured, Template, Unavailable
from clew.ports.http import AddressIsForbidden, CallFailed, NoAnswer, NotSent
from clew.ports.mail import NoMailer
from clew.services.templates import probe_inbox, refresh_templates
from tests.services.scripted_provider import refused, said
from tests.services.world import INBOX, WORKSPACE, World

KNOWN = {"id": "200100300400", "display_phone_number": "+36 1", "verified_name": "Shop"}


def a_page(*names: str, after: str = "") -> HttpResponse:
    data = [
        {"name": name, "language": "pl", "category": "UTILITY", "status": "APPROVED"}
        for name in names
    ]
    paging = {"cursors": {"after": after}, "next": "x"} if after else {}
    return said({"data": data, "paging": paging})


async def probe(world: World) -> object:
    return await probe_inbox(INBOX, deps=world.deps, http=world.provider, mailer=NoMailer())


async def refresh(world: World) -> object:
    return await refresh_templates(INBOX, deps=world.deps, http=world.provider)


async def kept(world: World) -> list[Template]:
    async with world.deps.store.read() as reader:
        return await reader.people.templates(WORKSPACE, INBOX)


async def test_an_inbox_that_the_provider_refuses_turns_amber_and_later_green_again(
    world: World,
) -> None:
    await world.hears()
    await world.answers()
    world.provider.answers = [refused(190, "Token expired", 401), said(KNOWN)]

    assert isinstance(await probe(world), Misconfigured)
    assert (await world.inbox()).reason == "Token expired"
    assert await world.sends() == 0

    assert isinstance(await probe(world), Connected)
    assert (await world.inbox()).state is InboxState.GREEN
    assert await world.sends() == 1


@pytest.mark.parametrize("failure", [NotSent("down"), NoAnswer("slow"), HttpResponse(503, {}, b"")])
async def test_a_provider_that_cannot_be_asked_changes_nothing(
    world: World, failure: CallFailed | HttpResponse
) -> None:
    world.provider.answers = [refused(190, status=401), failure]
    await probe(world)

    assert isinstance(await probe(world), Unavailable)
    assert (await world.inbox()).state is InboxState.AMBER


async def test_an_address_that_must_not_be_called_is_a_setting_to_put_right(world: World) -> None:
    world.provider.answers = [AddressIsForbidden("graph.example has a private address")]

    assert isinstance(await probe(world), Misconfigured)
    assert "private" in (await world.inbox()).reason


async def test_templates_of_all_pages_replace_what_was_known(world: World) -> None:
    world.provider.answers = [a_page("old"), a_page("a", "b", after="next"), a_page("c")]
    await refresh(world)

    assert await refresh(world) == 3
    assert [template.name for template in await kept(world)] == ["a", "b", "c"]
    assert world.provider.asked[2].url.endswith("&after=next")


async def test_a_page_that_fails_leaves_what_was_known(world: World) -> None:
    world.provider.answers = [a_page("old"), a_page("a", after="next"), NotSent("down")]
    await refresh(world)

    assert isinstance(await refresh(world), Unavailable)
    assert [template.name for template in await kept(world)] == ["old"]


async def test_a_list_that_never_ends_is_not_read_for_ever(world: World) -> None:
    world.provider.answers = [a_page("a", after="again")] * 200

    assert isinstance(await refresh(world), Unavailable)

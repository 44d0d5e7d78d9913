"""Colleagues are invited, and join by a link of their own."""

from __future__ import annotations

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.ids import AgentId, TeamId
from clew.domain.people import Role
from clew.services.invitations import (
    Invite,
    SentLink,
    invite,
    list_links,
    renew_link,
    revoke_link,
)
from clew.services.links import LinkIsVoid, look_at_link
from clew.services.sessions import Sessions
from clew.services.visitors.letters import Post
from tests.builders import an_id
from tests.fixtures.workplace import Shop
from tests.services.test_links import Postbox

ZOE = Invite(name="Zoe", email="Zoe@example.org", role=Role.AGENT, team_ids=(), language="hu")
CLOSED = Postbox().open()


async def invited(shop: Shop, post: Post | None = None, command: Invite = ZOE) -> SentLink:
    closed = Post(mailer=CLOSED.mailer)
    return await invite(command, asker=shop.admin, deps=shop.deps, post=post or closed)


async def test_without_a_mail_server_the_administrator_gets_the_link_once(each_shop: Shop) -> None:
    sent = await invited(each_shop)

    assert (sent.is_mailed, sent.agent.email) == (False, "zoe@example.org")
    assert sent.token is not None
    assert sent.token not in repr(sent)
    assert (await look_at_link(sent.token, deps=each_shop.deps)).agent.name == "Zoe"
    [link] = (await list_links(asker=each_shop.admin, deps=each_shop.deps)).value
    assert link.agent_id == sent.agent.id
    with pytest.raises(InvalidInput, match="has this address"):
        await invited(each_shop)


async def test_with_a_mail_server_only_the_mail_says_it(shop: Shop) -> None:
    box = Postbox()

    sent = await invited(shop, box.open())

    assert (sent.is_mailed, sent.token) == (True, None)
    assert "Itt adjon meg jelsz\u00f3t" in box.text()
    assert (await look_at_link(box.token(), deps=shop.deps)).agent.name == "Zoe"


async def test_a_link_is_renewed_and_taken_back(each_shop: Shop) -> None:
    deps, admin = each_shop.deps, each_shop.admin
    first = await invited(each_shop)
    zoe = AgentId(first.agent.id)
    second = await renew_link(zoe, "", asker=admin, deps=deps, post=Post(mailer=CLOSED.mailer))
    assert first.token is not None
    assert second.token is not None

    with pytest.raises(LinkIsVoid):
        await look_at_link(first.token, deps=deps)
    sessions = Sessions(deps.store, deps.clock)
    await revoke_link(zoe, asker=admin, deps=deps, sessions=sessions)

    with pytest.raises(LinkIsVoid):
        await look_at_link(second.token, deps=deps)
    with pytest.raises(NotFound):
        await revoke_link(zoe, asker=admin, deps=deps, sessions=sessions)
    with pytest.raises(InvalidInput):
        await renew_link(zoe, "", asker=admin, deps=deps, post=Post(mailer=CLOSED.mailer))
    async with deps.store.read() as reader:
        agent = await reader.people.agent(admin.workspace_id, zoe)
    assert agent is not None
    assert agent.is_disabled


async def test_refusals(shop: Shop) -> None:
    ben = await shop.join("Ben")
    post = Post(mailer=CLOSED.mailer)
    elsewhere = Invite(
        name="Zoe", email="zoe@example.org", role=Role.AGENT, team_ids=(TeamId(an_id(99)),)
    )

    with pytest.raises(InvalidInput):
        await invited(shop, command=elsewhere)
    with pytest.raises(NotAllowed):
        await invite(ZOE, asker=ben, deps=shop.deps, post=post)
    with pytest.raises(NotAllowed):
        await list_links(asker=ben, deps=shop.deps)
    with pytest.raises(NotFound):
        await renew_link(AgentId(an_id(99)), "", asker=shop.admin, deps=shop.deps, post=post)

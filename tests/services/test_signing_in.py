"""Signing in and out, and tokens."""

import pytest
from argon2 import PasswordHasher

from clew.domain.errors import NotFound
from clew.services.attempts import Attempts
from clew.services.passwords import Passwords
from clew.services.sessions import Sessions
from clew.services.signing_in import (
    MakeToken,
    NewSession,
    SignIn,
    WorkspaceIsNeeded,
    WrongCredentials,
    make_token,
    sign_in,
    sign_out,
)
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import PASSWORD, QUICK, Shop


async def enter(
    shop: Shop, email: str, password: str = PASSWORD, workspace: str | None = None
) -> NewSession:
    return await sign_in(
        SignIn(email=email, password=password, workspace=workspace),
        deps=shop.deps,
        passwords=Passwords(QUICK),
        attempts=Attempts(shop.deps.store, shop.clock),
    )


async def test_the_right_password_begins_a_session(each_shop: Shop) -> None:
    begun = await enter(each_shop, f" {each_shop.admin.agent.email.upper()} ")

    assert begun.signed_in.agent.id == each_shop.admin.id
    assert begun.signed_in.expires_at > each_shop.clock.now()
    assert begun.token not in repr(begun)


@pytest.mark.parametrize("email", ["", "nobody@example.test", "' OR 1=1 --"])
async def test_strangers_and_wrong_passwords_are_told_the_same(shop: Shop, email: str) -> None:
    with pytest.raises(WrongCredentials) as stranger:
        await enter(shop, email)
    with pytest.raises(WrongCredentials) as wrong:
        await enter(shop, shop.admin.agent.email, "wrong password")

    assert str(stranger.value) == str(wrong.value)


async def test_members_of_two_workspaces_say_which(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another Shop")
    twin = await shop.join("Twin")
    other.admin.agent  # noqa: B018  # the second workspace is there
    await other.join("Twin")

    with pytest.raises(WorkspaceIsNeeded) as refused:
        await enter(shop, twin.agent.email)
    named = await enter(shop, twin.agent.email, workspace=" another shop ")
    by_id = await enter(shop, twin.agent.email, workspace=str(shop.admin.workspace_id))

    names = [one["name"] for one in refused.value.extra["workspaces"]]  # type: ignore[attr-defined]
    assert sorted(names) == ["Another Shop", "Jan's Shop"]
    assert named.signed_in.workspace.id == other.admin.workspace_id
    assert by_id.signed_in.workspace.id == shop.admin.workspace_id


async def test_a_weak_hash_is_replaced_when_the_password_is_at_hand(shop: Shop) -> None:
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    async with shop.deps.store.read() as reader:
        before = await reader.people.password_hash(shop.admin.id)

    await sign_in(
        SignIn(email=shop.admin.agent.email, password=PASSWORD),
        deps=shop.deps,
        passwords=stronger,
        attempts=Attempts(shop.deps.store, shop.clock),
    )

    async with shop.deps.store.read() as reader:
        after = await reader.people.password_hash(shop.admin.id)
    assert before != after
    assert not stronger.is_outdated(after)
    stronger.close()


async def test_signing_out_ends_the_session(shop: Shop) -> None:
    sessions = Sessions(shop.deps.store, shop.clock)
    begun = await enter(shop, shop.admin.agent.email)

    await sign_out(begun.token, deps=shop.deps, sessions=sessions)

    assert await sessions.of_cookie(begun.token) is None


async def test_a_token_is_made_for_a_known_agent_only(shop: Shop) -> None:
    token = await make_token(MakeToken(email=shop.admin.agent.email, name="till"), deps=shop.deps)

    assert token.startswith("clew_")
    with pytest.raises(NotFound):
        await make_token(MakeToken(email="nobody@example.test", name="till"), deps=shop.deps)

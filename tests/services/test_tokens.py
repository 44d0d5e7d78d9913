"""API tokens: one's own are seen and ended by oneself, all of them by administrators."""

import pytest

from clew.domain.errors import NotFound
from clew.services.asking import Asker
from clew.services.sessions import Sessions
from clew.services.signing_in import MakeToken, make_token
from clew.services.tokens import TokenView, list_tokens, revoke_token
from tests.fixtures.workplace import Shop


async def tokens(shop: Shop, asker: Asker) -> list[TokenView]:
    return (await list_tokens(asker=asker, deps=shop.deps)).value


async def test_a_token_is_listed_by_its_name_and_ended(each_shop: Shop) -> None:
    ben = await each_shop.join("Ben")
    sessions = Sessions(each_shop.deps.store, each_shop.clock)
    email, workspace = ben.agent.email, str(ben.workspace_id)
    made = MakeToken(email=email, name="the till", workspace=workspace)
    secret = await make_token(made, deps=each_shop.deps)
    assert await sessions.of_bearer(secret) is not None

    (seen,) = await tokens(each_shop, ben)
    assert (seen.name, seen.agent_name) == ("the till", "Ben")
    assert seen.id not in secret
    assert await tokens(each_shop, each_shop.admin) == [seen]
    other = await each_shop.join("Eve")
    assert await tokens(each_shop, other) == []
    with pytest.raises(NotFound):
        await revoke_token(seen.id, asker=other, deps=each_shop.deps, sessions=sessions)

    await revoke_token(seen.id, asker=ben, deps=each_shop.deps, sessions=sessions)
    assert await sessions.of_bearer(secret) is None

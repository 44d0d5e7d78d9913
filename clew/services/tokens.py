"""API tokens: which there are, and the end of one. What a token says is kept nowhere."""

from dataclasses import dataclass

from clew.domain.access import Permission, may
from clew.domain.errors import NotFound
from clew.domain.ids import AgentId
from clew.ports.store.people import KeptToken
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.sessions import Sessions
from clew.services.snapshots import Snapshot, take

# So much of a token's hash names it; enough that no two are alike.
ID_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenView:
    """A token by what it is for and who it acts as; `id` names it, and opens nothing."""

    id: str
    name: str
    agent_id: AgentId
    agent_name: str


def _view(token: KeptToken) -> TokenView:
    return TokenView(
        id=token.token_sha256[:ID_BYTES].hex(),
        name=token.name,
        agent_id=token.agent_id,
        agent_name=token.agent_name,
    )


def _is_seen(token: KeptToken, asker: Asker) -> bool:
    return token.agent_id == asker.id or may(asker.agent.role, Permission.MANAGE_PEOPLE)


async def list_tokens(*, asker: Asker, deps: Deps) -> Snapshot[list[TokenView]]:
    """Return the asker's tokens; all of the workspace, to who manages people."""
    found = await take(
        lambda reader: reader.people.tokens(asker.workspace_id), asker=asker, deps=deps
    )
    return Snapshot(
        seq=found.seq, value=[_view(one) for one in found.value if _is_seen(one, asker)]
    )


async def revoke_token(token_id: str, *, asker: Asker, deps: Deps, sessions: Sessions) -> None:
    """End a token: whoever has it is a stranger from the next request on.

    Raises:
        NotFound: There is none, or it is not the asker's to end.
    """
    async with deps.store.write() as tx:
        for token in await tx.people.tokens(asker.workspace_id):
            if _view(token).id == token_id and _is_seen(token, asker):
                await tx.people.end_token(token.token_sha256)
                break
        else:
            raise NotFound("token", token_id)
    sessions.forget(token.agent_id)

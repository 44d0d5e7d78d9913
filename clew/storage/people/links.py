"""One-time links by which somebody sets a password, kept by their hashes."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, literal, select

from clew.domain.ids import AgentId, WorkspaceId
from clew.domain.people import Agent
from clew.ports.store.links import KeptLink, LinkPurpose
from clew.storage.people import workplaces
from clew.storage.schema import agents, password_links, workspaces
from clew.storage.unit import Unit

_LINK = (
    *workplaces.WORKSPACE,
    password_links.c.workspace_id,
    password_links.c.agent_id,
    password_links.c.purpose,
    password_links.c.made_at,
    password_links.c.expires_at,
)


class SqlLinks:
    """The links, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def keep(
        self,
        token_sha256: bytes,
        agent_id: AgentId,
        purpose: LinkPurpose,
        *,
        made_at: datetime,
        expires_at: datetime,
    ) -> None:
        """Keep a link; those that the agent had before are void."""
        await self.end(agent_id)
        values: dict[str, Any] = {
            "token_sha256": token_sha256,
            "purpose": purpose.value,
            "made_at": made_at,
            "expires_at": expires_at,
        }
        columns = password_links.c
        bound = [literal(value, columns[name].type) for name, value in values.items()]
        source = select(*bound, agents.c.workspace_id, agents.c.id).where(agents.c.id == agent_id)
        names = [*values, "workspace_id", "agent_id"]
        await self._unit.connection.execute(insert(password_links).from_select(names, source))

    async def find(self, token_sha256: bytes) -> KeptLink | None:
        """Return a link, whether it is still good or not."""
        return await self._one(_links().where(password_links.c.token_sha256 == token_sha256))

    async def of_agent(self, agent_id: AgentId) -> KeptLink | None:
        """Return the link of an agent."""
        return await self._one(_links().where(password_links.c.agent_id == agent_id))

    async def of_workspace(self, workspace_id: WorkspaceId) -> list[KeptLink]:
        """Return all links of a workspace, the latest first."""
        query = _links().where(password_links.c.workspace_id == workspace_id)
        rows = await self._unit.all(query.order_by(password_links.c.made_at.desc()))
        known = {one.id: one for one in await workplaces.all_agents(self._unit, workspace_id)}
        return [link_from(row, known[row.agent_id]) for row in rows]

    async def _one(self, query: Any) -> KeptLink | None:
        row = await self._unit.first(query)
        if row is None:
            return None
        agent = await workplaces.agent(self._unit, row.workspace_id, row.agent_id)
        return link_from(row, agent) if agent else None

    async def end(self, agent_id: AgentId) -> bool:
        """Forget the link of an agent; say whether there was one."""
        mine = password_links.c.agent_id == agent_id
        ended = await self._unit.connection.execute(delete(password_links).where(mine))
        return bool(ended.rowcount)


def link_from(row: Any, agent: Agent) -> KeptLink:
    """Return the link of a row."""
    return KeptLink(
        agent=agent,
        workspace=workplaces.workspace_from(row),
        purpose=LinkPurpose(row.purpose),
        made_at=row.made_at,
        expires_at=row.expires_at,
    )


def _links() -> Any:
    return select(*_LINK).join(workspaces, workspaces.c.id == password_links.c.workspace_id)

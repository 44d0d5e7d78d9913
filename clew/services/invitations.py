"""Colleagues who are invited: agents without a password yet, each with a one-time link."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, TeamId
from clew.domain.people import Agent, Role
from clew.ports.store import Reader
from clew.ports.store.links import LinkPurpose
from clew.services.asking import Asker
from clew.services.availability import hand_over
from clew.services.deps import Deps
from clew.services.links import MadeLink, MailLink, mail_link, make_link, told
from clew.services.people import (
    AgentView,
    ChangeAgent,
    changed_agent,
    check_address,
    check_administrators,
    check_teams,
    checked_email,
    checked_name,
    view,
)
from clew.services.sessions import Sessions
from clew.services.snapshots import Snapshot, take
from clew.services.visitors.letters import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link that somebody has not used yet."""

    agent_id: UUID
    purpose: LinkPurpose
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLink:
    """What became of a new link.

    Attributes:
        token: What it says, for the administrator to hand over, where no mail was sent; told once.
    """

    agent: AgentView
    purpose: LinkPurpose
    expires_at: datetime
    is_mailed: bool
    token: str | None = field(repr=False)


async def list_links(*, asker: Asker, deps: Deps) -> Snapshot[list[LinkView]]:
    """Return the links of the workspace that were not used yet, the latest first.

    Raises:
        NotAllowed: Only who manages people may.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)

    async def read(reader: Reader) -> list[LinkView]:
        return [
            LinkView(
                agent_id=one.agent.id,
                purpose=one.purpose,
                made_at=one.made_at,
                expires_at=one.expires_at,
            )
            for one in await reader.links.of_workspace(asker.workspace_id)
        ]

    return await take(read, asker=asker, deps=deps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Somebody who shall join; `language` is that of their letter."""

    name: str
    email: str
    role: Role
    team_ids: tuple[TeamId, ...]
    language: str = ""


async def invite(command: Invite, *, asker: Asker, deps: Deps, post: Post) -> SentLink:
    """Add an agent who chooses a password by a link of their own.

    Raises:
        NotAllowed: Only who manages people may.
        InvalidInput: The address is taken, or it or a team cannot be used.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)
    agent = Agent(
        id=AgentId(deps.ids.new()),
        workspace_id=asker.workspace_id,
        email=checked_email(command.email),
        name=checked_name(command.name),
        role=command.role,
        team_ids=command.team_ids,
    )
    now = deps.clock.now()
    async with deps.store.write() as tx:
        await check_teams(tx, asker, command.team_ids)
        await check_address(tx, agent)
        await tx.people.save_agent(agent)
        made = await make_link(agent.id, LinkPurpose.INVITATION, tx, deps)
        await tx.record(told(agent, "invited", asker.author, now))
    deps.directory.forget(asker.workspace_id)
    sending = _Sending(agent, LinkPurpose.INVITATION, made, command.language)
    return await _send(sending, asker=asker, deps=deps, post=post)


async def renew_link(
    agent_id: AgentId, language: str, *, asker: Asker, deps: Deps, post: Post
) -> SentLink:
    """Make a new link for an agent: to join, or to choose another password. The old one is void.

    Raises:
        NotAllowed: Only who manages people may.
        NotFound: There is no such agent here.
        InvalidInput: They may not sign in at all.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        agent = await tx.people.agent(asker.workspace_id, agent_id)
        if agent is None:
            raise NotFound("agent", agent_id)
        if agent.is_disabled:
            raise InvalidInput("disabled", "let them sign in first", Fault.MAY_NOT_SIGN_IN)
        has_password = bool(await tx.people.password_hash(agent.id))
        purpose = LinkPurpose.RESET if has_password else LinkPurpose.INVITATION
        made = await make_link(agent.id, purpose, tx, deps)
        await tx.record(told(agent, "link_made", asker.author, now))
    sending = _Sending(agent, purpose, made, language)
    return await _send(sending, asker=asker, deps=deps, post=post)


async def revoke_link(agent_id: AgentId, *, asker: Asker, deps: Deps, sessions: Sessions) -> None:
    """Void an agent's link; who has not joined yet is switched off with it.

    Raises:
        NotAllowed: Only who manages people may.
        NotFound: There is no such link here.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)
    async with deps.store.write() as tx:
        link = await tx.links.of_agent(agent_id)
        if link is None or link.workspace.id != asker.workspace_id:
            raise NotFound("link", agent_id)
        await tx.links.end(agent_id)
        changes = told(link.agent, "link_revoked", asker.author, deps.clock.now())
        if link.purpose is LinkPurpose.INVITATION:
            change = ChangeAgent(agent_id=agent_id, is_disabled=True)
            after = changed_agent(link.agent, change)
            await check_administrators(tx, link.agent, after)
            await tx.people.save_agent(after)
            await hand_over(tx, changes, link.agent, after)
        await tx.record(changes)
    sessions.forget(agent_id)
    deps.directory.forget(asker.workspace_id)


@dataclass(frozen=True, slots=True)
class _Sending:
    agent: Agent
    purpose: LinkPurpose
    made: MadeLink
    language: str


async def _send(sending: _Sending, *, asker: Asker, deps: Deps, post: Post) -> SentLink:
    async with deps.store.read() as reader:
        named = {one.id: one.name for one in await reader.people.workspaces()}
    letter = MailLink(
        to=sending.agent.email,
        purpose=sending.purpose,
        token=sending.made.token,
        workspace_id=asker.workspace_id,
        workspace=named[asker.workspace_id],
        by=asker.agent.name,
        language=sending.language,
    )
    is_mailed = await mail_link(letter, post=post, deps=deps)
    return SentLink(
        agent=view(sending.agent),
        purpose=sending.purpose,
        expires_at=sending.made.expires_at,
        is_mailed=is_mailed,
        token=None if is_mailed else sending.made.token,
    )

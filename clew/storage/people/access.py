"""Sessions, API tokens, counted attempts, and answers kept for repeated requests."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import case, delete, insert, literal, literal_column, select

from clew.domain.ids import AgentId, WorkspaceId
from clew.domain.people import Agent
from clew.ports.store.links import LinkPurpose
from clew.ports.store.people import KeptAnswer, KeptToken, SignedIn
from clew.storage.people import workplaces
from clew.storage.schema import (
    agents,
    api_tokens,
    attempts,
    kept_answers,
    password_links,
    sessions,
    workspaces,
)
from clew.storage.unit import Many, Unit

NEVER = datetime(9999, 12, 31, tzinfo=UTC)


async def add_session(
    unit: Unit, token_sha256: bytes, agent_id: AgentId, csrf_token: str, expires_at: datetime
) -> None:
    """Remember a session by the hash of its token."""
    await _add(
        unit,
        sessions,
        agent_id,
        {"token_sha256": token_sha256, "csrf_token": csrf_token, "expires_at": expires_at},
    )


async def session(unit: Unit, token_sha256: bytes, now: datetime) -> SignedIn | None:
    """Return who is signed in, unless it expired or they are disabled."""
    row = await unit.first(
        select(
            agents.c.workspace_id,
            agents.c.id,
            sessions.c.csrf_token,
            sessions.c.expires_at,
            *workplaces.WORKSPACE,
        )
        .join(agents, agents.c.id == sessions.c.agent_id)
        .join(workspaces, workspaces.c.id == agents.c.workspace_id)
        .where(sessions.c.token_sha256 == token_sha256, sessions.c.expires_at > now)
    )
    return await _signed_in(unit, row) if row else None


async def end_sessions(
    unit: Unit, *, token_sha256: bytes | None = None, agent_id: AgentId | None = None
) -> None:
    """Forget one session, or all of an agent."""
    if token_sha256 is not None:
        await unit.connection.execute(
            delete(sessions).where(sessions.c.token_sha256 == token_sha256)
        )
    if agent_id is not None:
        await unit.connection.execute(delete(sessions).where(sessions.c.agent_id == agent_id))


async def add_token(unit: Unit, token_sha256: bytes, agent_id: AgentId, name: str) -> None:
    """Remember an API token by its hash."""
    await _add(unit, api_tokens, agent_id, {"token_sha256": token_sha256, "name": name})


async def token(unit: Unit, token_sha256: bytes) -> SignedIn | None:
    """Return whose API token this is, unless they are disabled."""
    row = await unit.first(
        select(
            agents.c.workspace_id,
            agents.c.id,
            literal("").label("csrf_token"),
            literal(NEVER, sessions.c.expires_at.type).label("expires_at"),
            *workplaces.WORKSPACE,
        )
        .select_from(api_tokens)
        .join(agents, agents.c.id == api_tokens.c.agent_id)
        .join(workspaces, workspaces.c.id == agents.c.workspace_id)
        .where(api_tokens.c.token_sha256 == token_sha256)
    )
    return await _signed_in(unit, row) if row else None


async def tokens(unit: Unit, workspace_id: WorkspaceId) -> list[KeptToken]:
    """Return the API tokens of a workspace by name."""
    rows = await unit.all(
        select(api_tokens.c.token_sha256, api_tokens.c.name, agents.c.id, agents.c.name)
        .join(agents, agents.c.id == api_tokens.c.agent_id)
        .where(api_tokens.c.workspace_id == workspace_id)
        .order_by(api_tokens.c.name, api_tokens.c.token_sha256)
    )
    return [
        KeptToken(token_sha256=bytes(row[0]), name=row[1], agent_id=row[2], agent_name=row[3])
        for row in rows
    ]


async def end_token(unit: Unit, token_sha256: bytes) -> None:
    """Forget an API token."""
    await unit.connection.execute(
        delete(api_tokens).where(api_tokens.c.token_sha256 == token_sha256)
    )


async def count_attempt(unit: Unit, key: str, window_began_at: datetime) -> int:
    """Count one attempt under `key` in a window of time; return how many there were."""
    added = unit.engine.insert(attempts).values(key=key, window_began_at=window_began_at, count=1)
    is_same = attempts.c.window_began_at == window_began_at
    counted = added.on_conflict_do_update(
        index_elements=[attempts.c.key],
        set_={
            "window_began_at": window_began_at,
            "count": case(
                (is_same, attempts.c.count + literal_column("1")), else_=literal_column("1")
            ),
        },
    ).returning(attempts.c.count)
    row = await unit.first(counted)
    return int(row[0]) if row else 0


async def forget_attempts(unit: Unit, key: str) -> None:
    """Start counting anew."""
    await unit.connection.execute(delete(attempts).where(attempts.c.key == key))


async def kept_answer(unit: Unit, agent_id: AgentId, key: str) -> KeptAnswer | None:
    """Return what was answered to this Idempotency-Key before."""
    row = await unit.first(
        select(kept_answers.c.request_sha256, kept_answers.c.status, kept_answers.c.body).where(
            kept_answers.c.agent_id == agent_id, kept_answers.c.key == key
        )
    )
    return KeptAnswer(request_sha256=row[0], status=row[1], body=row[2]) if row else None


async def keep_answer(
    unit: Unit, agent_id: AgentId, key: str, answer: KeptAnswer, at: datetime
) -> None:
    """Remember an answer."""
    values = {
        "agent_id": agent_id,
        "key": key,
        "request_sha256": answer.request_sha256,
        "status": answer.status,
        "body": answer.body,
        "at": at,
    }
    await unit.run(Many(insert(kept_answers)), [values])


async def forget_old(unit: Unit, now: datetime, answers_before: datetime) -> None:
    """Delete expired sessions, attempts counted long ago, and answers kept before then."""
    for old in (
        delete(sessions).where(sessions.c.expires_at <= now),
        # An invitation that ran out stays to be seen, and is sent again or taken back.
        delete(password_links).where(
            password_links.c.expires_at <= now,
            password_links.c.purpose == LinkPurpose.RESET.value,
        ),
        delete(attempts).where(attempts.c.window_began_at <= answers_before),
        delete(kept_answers).where(kept_answers.c.at <= answers_before),
    ):
        await unit.connection.execute(old)


async def _add(unit: Unit, table: Any, agent_id: AgentId, values: Mapping[str, Any]) -> None:
    """Add a row that carries the workspace of its agent."""
    names = [*values, "workspace_id", "agent_id"]
    bound = [literal(value, table.c[name].type) for name, value in values.items()]
    source = select(*bound, agents.c.workspace_id, agents.c.id).where(agents.c.id == agent_id)
    await unit.connection.execute(insert(table).from_select(names, source))


async def _signed_in(unit: Unit, row: Any) -> SignedIn | None:
    agent: Agent | None = await workplaces.agent(unit, row[0], row[1])
    if agent is None or agent.is_disabled:
        return None
    return SignedIn(
        agent=agent,
        workspace=workplaces.workspace_from(row[4:]),
        csrf_token=row[2],
        expires_at=row[3],
    )

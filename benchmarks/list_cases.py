"""The list and the timeline over a large workspace: milliseconds a page, by place.

100,000 open cases in every state, of 40 agents in five teams, and one conversation of 5,000
entries. Each page is read in a snapshot of its own and encoded as the API sends it.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from uuid import UUID

import msgspec

from benchmarks.databases import KINDS, a_database, learn, measured
from benchmarks.report import line, percentiles
from clew.domain.ids import AgentId, TeamId, WorkspaceId
from clew.ports.store.reading import CaseQuery, Order, Place
from clew.storage.audit import audit
from clew.storage.engine import Engine
from clew.storage.reading.reader import StoredReader
from clew.storage.unit import Unit
from tests.builders import (
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    held,
    parked,
    resolved,
)
from tests.storage.case_rows import Person
from tests.storage.rows import Rows

BATCH = 5_000
AUDITS = 5
OTHERS = (Order.WAITING, Order.LATEST)
GOAL_MS = 30.0
WEEK_MINUTES = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class Workspace:
    """What was made, and from whose chair it is looked at."""

    workspace_id: WorkspaceId
    team_ids: list[TeamId]
    agent_ids: list[AgentId]
    long: Person

    def query(self, place: Place, **values: object) -> CaseQuery:
        """Return the question of the first agent, who is in two teams."""
        asked: dict[str, object] = {
            "workspace_id": self.workspace_id,
            "agent_id": self.agent_ids[0],
            "team_ids": tuple(self.team_ids[:2]),
            "place": place,
            **values,
        }
        return msgspec.convert(asked, CaseQuery)


async def filled(engine: Engine, cases: int, entries: int) -> Workspace:
    """Fill a workspace with cases and one long conversation."""
    rows, chance = Rows(), random.Random(1)
    workspace_id = rows.workspace()
    teams = [rows.team(f"Team {n}") for n in range(5)]
    agents = [rows.agent(f"Agent {n}", teams[n % 5]) for n in range(40)]
    inbox = rows.inbox(teams[0])
    answered = an_answered_case()
    kinds = [
        (30, a_waiting_case(), False),
        (20, a_waiting_case(), True),
        (30, answered, True),
        (12, after(answered, parked(MONDAY_NINE + 9 * HOUR)), True),
        (8, after(a_waiting_case(), held(promise_at=MONDAY_NINE + 5 * HOUR)), True),
    ]
    ended = after(answered, resolved(MONDAY_NINE + HOUR))
    weights = [weight for weight, _, _ in kinds]
    for number in range(cases):
        _, like, is_owned = chance.choices(kinds, weights)[0]
        due = MONDAY_NINE + MINUTE * chance.randrange(WEEK_MINUTES)
        said = {"last_message_text": "Where is my parcel?", "last_message_direction": "in"}
        owner = chance.choice(agents) if is_owned else None
        person = rows.person(f"Contact {number}")
        rows.case(
            person,
            chance.choice(teams),
            owner,
            like=like,
            next_due_at=due,
            next_action_at=due,
            last_message_at=due - timedelta(days=1),
            last_message_channel="whatsapp",
            last_message_author=f"Contact {number}",
            **said,
        )
        if number % 5 == 0:
            rows.case(person, chance.choice(teams), chance.choice(agents), like=ended)
        if number % BATCH == 0:
            await rows.save(engine)
    long = add_long_conversation(rows, teams[0], inbox, entries)
    await rows.save(engine)
    await learn(engine)
    return Workspace(workspace_id, teams, agents, long)


def add_long_conversation(rows: Rows, team: TeamId, inbox: UUID, entries: int) -> Person:
    """Add a conversation of so many entries of all kinds."""
    person = rows.person("Long")
    case_id = rows.case(person, team)
    earlier: UUID | None = None
    for number in range(entries - 1):
        if number % 10 == 8:
            rows.note(person, case_id)
        elif number % 10 == 9:
            rows.log("case_assigned", person, case_id=case_id, data={"to": "Anna"})
        elif number % 2:
            rows.reply(person, case_id, inbox, "We are looking into it. " * 4, reply_to=earlier)
        else:
            earlier = rows.message(person, case_id, inbox, "Where is my parcel? " * 4)
    return person


async def pages(engine: Engine, workspace: Workspace) -> dict[str, list[float]]:
    """Measure every place, and the timeline."""
    found: dict[str, list[float]] = {}

    async def ask(name: str, query: CaseQuery) -> None:
        async def first_page(reader: StoredReader, _turn: int) -> None:
            msgspec.json.encode(await reader.cases(query))

        found[name] = await measured(name, engine, first_page)

    for place in Place:
        await ask(f"list, {place.value}", workspace.query(place))
    for place in (Place.WAITING, Place.PARKED):
        await ask(f"list, {place.value}, of everybody", workspace.query(place, sees_all=True))
    for place, order in product((Place.MINE, Place.TEAM, Place.WAITING, Place.OPEN), OTHERS):
        name = f"list, {place.value}, of everybody, by {order.value}"
        await ask(name, workspace.query(place, order=order, sees_all=True))
    await ask("list, all, of one team", workspace.query(Place.ALL, team_id=workspace.team_ids[3]))
    contact = workspace.query(Place.ALL, contact_id=workspace.long.contact_id)
    await ask("list, all, of one contact", contact)
    await walk(engine, workspace)

    async def counts(reader: StoredReader, _turn: int) -> None:
        await reader.counts(workspace.query(Place.MINE, sees_all=True), MONDAY_NINE)

    found["counts"] = await measured("counts", engine, counts, 30)

    async def end(reader: StoredReader, _turn: int) -> None:
        where = (workspace.workspace_id, workspace.long.conversation_id)
        msgspec.json.encode(await reader.timeline(*where))

    found["timeline"] = await measured("timeline, its end", engine, end)
    return found


async def walk(engine: Engine, workspace: Workspace) -> None:
    """Measure how a place is read to its depth."""
    cursors: list[str | None] = [None]

    async def next_page(reader: StoredReader, _turn: int) -> None:
        query = workspace.query(Place.TEAM, cursor=cursors[-1])
        cursors.append((await reader.cases(query)).next_cursor)

    await measured("list, team, page after page", engine, next_page)


async def measured_audit(engine: Engine) -> None:
    """Measure how long the auditor takes, over all checks."""
    seconds: list[float] = []
    for _ in range(AUDITS):
        began = time.perf_counter()
        async with engine.reading() as connection:
            await audit(Unit(connection=connection, engine=engine), MONDAY_NINE)
        seconds.append(time.perf_counter() - began)
    line("audit, all checks", percentiles(seconds))


async def main(kind: str, cases: int, entries: int) -> None:
    """Fill a database, measure and print."""
    async with a_database(kind) as engine:
        began = time.perf_counter()
        workspace = await filled(engine, cases, entries)
        line(f"{kind}: {cases:,} open cases", f"made in {time.perf_counter() - began:,.0f} s")
        found = await pages(engine, workspace)
        await measured_audit(engine)
        slowest = max(sorted(seconds)[len(seconds) // 2] for seconds in found.values()) * 1000
        line("slowest median", f"{slowest:,.1f} ms (goal {GOAL_MS:,.0f})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--entries", type=int, default=5_000)
    given = parser.parse_args()
    asyncio.run(main(given.database, given.cases, given.entries))

"""A workspace to sign in to: one conversation of thousands of messages, among ordinary ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from benchmarks.server import clew
from clew.domain.ids import AgentId, TeamId, WorkspaceId
from clew.storage.engine import Engine
from clew.storage.schema import agents, inboxes, teams, workspaces
from clew.storage.store import open_engine
from tests.builders import HOUR, MINUTE
from tests.storage.case_rows import Person
from tests.storage.rows import Rows

EMAIL, PASSWORD = "bench@example.test", "a password for the bench"
LONG = "Long Anna"
SAID = (
    "Where is my parcel? It should have been here on Tuesday.",
    "We are looking into it and come back to you today, as soon as the carrier has answered.",
    "Thank you.",
    "I have the number of the order here: 4711-22. It was *two* coats and a hat, all in blue, "
    "sent to the office and not to my home, and somebody called Ewa signed for it on Monday.",
)


# Without slots: the property of the class it comes from is replaced.
@dataclass
class RowsOf(Rows):
    """Rows of a workspace that is there already."""

    given: WorkspaceId | None = None

    @property
    def workspace_id(self) -> WorkspaceId:
        """Return the id of that workspace."""
        assert self.given is not None
        return self.given


@dataclass(frozen=True, slots=True)
class Place:
    """Where rows go: an administrator's own team and inbox."""

    team_id: TeamId
    agent_id: AgentId
    inbox_id: UUID


async def fill(environ: dict[str, str], messages: int, cases: int) -> None:
    """Set a workspace up and put its administrator's cases into it; the long one is due first."""
    begin = f"init --workspace Bench --admin-email {EMAIL} --password-stdin"
    clew(environ, begin.split(), f"{PASSWORD}\n")
    add = "inbox add whatsapp --name WhatsApp --set phone_number_id=1 "
    secrets = "--secret access_token=- --secret app_secret=- --secret verify_token=-"
    json.loads(clew(environ, (add + secrets).split(), "token\nsecret\nverify\n"))
    engine = open_engine(f"sqlite:///{Path(environ['CLEW_DATA']) / 'clew.db'}")
    try:
        rows, place = await _found(engine)
        _conversation(rows, place, LONG, messages)
        for number in range(cases):
            _conversation(rows, place, f"Contact {number:03}", 40)
        await rows.save(engine)
    finally:
        await engine.dispose()


async def _found(engine: Engine) -> tuple[RowsOf, Place]:
    async with engine.reading() as connection:
        workspace = (await connection.execute(select(workspaces.c.id, workspaces.c.seq))).one()
        place = Place(
            team_id=(await connection.execute(select(teams.c.id))).scalar_one(),
            agent_id=(await connection.execute(select(agents.c.id))).scalar_one(),
            inbox_id=(await connection.execute(select(inboxes.c.id))).scalar_one(),
        )
    # Nothing may fall due while it is measured.
    began = datetime.now(UTC) + HOUR
    return RowsOf(seq=workspace.seq, given=workspace.id, at=began), place


def _conversation(rows: RowsOf, place: Place, name: str, messages: int) -> Person:
    person = rows.person(name)
    due = rows.at + MINUTE * rows.made
    case_id = rows.case(
        person,
        place.team_id,
        place.agent_id,
        next_due_at=due,
        next_action_at=due,
        last_message_at=rows.at,
        last_message_channel="whatsapp",
        last_message_author=name,
        last_message_text=SAID[0],
        last_message_direction="in",
    )
    earlier: UUID | None = None
    for number in range(messages):
        text = SAID[number % len(SAID)]
        if number % 20 == 13:
            rows.note(person, case_id)
        if number % 5 < 3:
            earlier = rows.message(person, case_id, place.inbox_id, text)
        else:
            reply_to = earlier if number % 15 == 4 else None
            rows.reply(person, case_id, place.inbox_id, text, reply_to=reply_to)
    return person

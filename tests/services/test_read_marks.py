"""Whose reading and writing a contact is shown, where an inbox wants that."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.ids import AgentId, CaseId, MessageId
from clew.services import cases
from clew.services.read_marks import note_writing
from clew.services.replies.automatic import AnswerByMachine, answer_by_machine
from tests.services.sending.test_marking import told, wishes
from tests.services.world import ANNA, WORKSPACE, World

READ = {"status": "read", "message_id": "wamid.IN1"}
WRITING = READ | {"typing_indicator": {"type": "text"}}
SOMEBODY_ELSE = AgentId(WORKSPACE)


async def owned(world: World) -> CaseId:
    """Judit wrote; the case is Anna's."""
    case = await world.hears()
    command = cases.Assign(case_id=case.id, agent_id=ANNA)
    await cases.assign(command, asker=world.asker, deps=world.deps)
    return case.id


async def read(world: World, case_id: CaseId) -> None:
    await cases.mark_read(case_id, 1_000, asker=world.asker, deps=world.deps)


async def test_that_its_owner_opened_a_case_is_shown_only_where_that_is_wanted(
    world: World,
) -> None:
    case_id = await owned(world)
    await read(world, case_id)
    unwanted = await told(world)

    await wishes(world, "opened")
    await read(world, case_id)

    assert (unwanted, await told(world)) == ([], [READ])


async def test_a_case_that_others_look_at_is_not_read(world: World) -> None:
    await wishes(world, "opened")
    case = await world.hears()

    await read(world, case.id)

    assert await told(world) == []


async def test_that_the_owner_writes_is_shown_while_it_is_true(world: World) -> None:
    await wishes(world, "opened")
    case_id = await owned(world)

    await note_writing(WORKSPACE, case_id, SOMEBODY_ELSE, world.deps)
    nobody = await told(world)
    await note_writing(WORKSPACE, case_id, ANNA, world.deps)
    now = await told(world)
    await note_writing(WORKSPACE, case_id, ANNA, world.deps)
    world.clock.advance(timedelta(minutes=1))

    assert (nobody, now) == ([], [WRITING])
    assert await told(world) == [WRITING, READ]


async def test_what_a_machine_answers_nobody_has_read(world: World) -> None:
    case = await world.hears()
    command = AnswerByMachine(
        workspace_id=WORKSPACE,
        case_id=case.id,
        message_id=MessageId(world.deps.ids.new()),
        text="We are closed.",
    )
    withheld = await answer_by_machine(command, deps=world.deps)

    assert (withheld, await world.sends()) == (None, 1)
    assert await told(world) == []

"""When contacts shall see that we have read what they wrote; each inbox decides.

Here it is only noted, with what it follows from. `clew.services.sending.marking` tells providers.
"""

from clew.domain.case import Case
from clew.domain.ids import AgentId, CaseId, InboxId, WorkspaceId
from clew.domain.message import AuthorKind, Delivery, DeliveryState
from clew.ports.channel import ReadMarks, read_marks_in
from clew.ports.store import Transaction
from clew.ports.store.read_marks import Read
from clew.services.deps import Deps

ARRIVED = frozenset({DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ})
NEWEST = 2**63 - 1


async def note_answered(delivery: Delivery, tx: Transaction, deps: Deps) -> None:
    """Let a contact see as read what a person's answer, which has left, answers."""
    if delivery.state not in ARRIVED:
        return
    wanted = frozenset({ReadMarks.ANSWERED, ReadMarks.OPENED})
    inbox_ids = await _inboxes(delivery.workspace_id, wanted, deps)
    if delivery.inbox_id not in inbox_ids:
        return
    message = await tx.message(delivery.workspace_id, delivery.message_id)
    if message is None or message.author.kind is not AuthorKind.AGENT or message.is_automatic:
        return  # a machine has read nothing
    await tx.read_marks.note(
        Read(
            workspace_id=delivery.workspace_id,
            conversation_id=delivery.conversation_id,
            inbox_ids=(delivery.inbox_id,),
            up_to=delivery.message_id,
            at=deps.clock.now(),
        )
    )


async def note_opened(case: Case, agent_id: AgentId, seq: int, tx: Transaction, deps: Deps) -> None:
    """Let a contact see as read what the owner of their case has seen, where that is wanted."""
    await _note(case, agent_id, seq, tx, deps, is_typing=False)


async def note_writing(
    workspace_id: WorkspaceId, case_id: CaseId, agent_id: AgentId, deps: Deps
) -> None:
    """Let a contact see that the owner of their case writes, where that is wanted."""
    if not await _inboxes(workspace_id, frozenset({ReadMarks.OPENED}), deps):
        return
    async with deps.store.write() as tx:
        case = await tx.case(workspace_id, case_id)
        if case is not None:
            await _note(case, agent_id, NEWEST, tx, deps, is_typing=True)


async def _note(
    case: Case, agent_id: AgentId, seq: int, tx: Transaction, deps: Deps, *, is_typing: bool
) -> None:
    if case.facts.owner_id != agent_id or not case.is_open:
        return
    inbox_ids = await _inboxes(case.workspace_id, frozenset({ReadMarks.OPENED}), deps)
    await tx.read_marks.note(
        Read(
            workspace_id=case.workspace_id,
            conversation_id=case.conversation_id,
            inbox_ids=inbox_ids,
            up_to=seq,
            at=deps.clock.now(),
            is_typing=is_typing,
        )
    )


async def _inboxes(
    workspace_id: WorkspaceId, wanted: frozenset[ReadMarks], deps: Deps
) -> list[InboxId]:
    """Return the inboxes that show read marks so, and whose channel can."""
    workplace = await deps.directory.workplace(workspace_id)
    return [
        inbox.id
        for inbox in workplace.inboxes.values()
        if (channel := deps.channels.get(inbox.channel)) is not None
        and channel.signal is not None
        and read_marks_in(inbox.settings) in wanted
    ]

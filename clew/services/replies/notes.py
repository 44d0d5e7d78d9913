"""Notes: words for the team only. No code path leads from here to a channel."""

from dataclasses import dataclass

from clew.domain.access import Permission, require
from clew.domain.errors import InvalidInput
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, CaseId, ConversationId, NoteId
from clew.domain.message import Note
from clew.domain.sizes import check_length
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import NOTE
from clew.services.asking import Asker, load_case_in
from clew.services.deps import Deps
from clew.services.drafts import forget_sent


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """What an agent wants to note; `note_id` is minted by the asker.

    Attributes:
        mentions: Colleagues who shall hear of it.
    """

    conversation_id: ConversationId
    note_id: NoteId
    case_id: CaseId
    text: str
    mentions: tuple[AgentId, ...] = ()


async def add_note(command: AddNote, *, asker: Asker, deps: Deps) -> bool:
    """Keep a note in a case; say whether it was new.

    Raises:
        NotFound: No such case in this conversation.
        InvalidInput: It is empty or too long.
    """
    require(asker.agent.role, Permission.ANSWER)
    limit = deps.limits.reply_max_chars
    text = command.text.replace("\x00", "")
    check_length("text", text if text.strip() else "", least=1, most=limit)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        if await tx.has_note(asker.workspace_id, command.note_id):
            return False
        named = await _named(tx, asker, command.mentions)
        case = await load_case_in(tx, asker, command.conversation_id, command.case_id)
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        changes.notes.append(
            Note(
                id=command.note_id,
                workspace_id=asker.workspace_id,
                conversation_id=case.conversation_id,
                case_id=case.id,
                author=asker.author,
                text=text,
                at=now,
                mentions=named,
            )
        )
        changes.log.append(
            LogEntry(
                kind=NOTE,
                at=now,
                conversation_id=case.conversation_id,
                case_id=case.id,
                note_id=command.note_id,
                actor=asker.author,
            )
        )
        await tx.record(changes)
        await tx.tools.mentions.add(asker.workspace_id, command.note_id, named, now)
        await forget_sent(tx, case.id, "note", text, asker=asker)
    return True


async def _named(tx: Transaction, asker: Asker, wanted: tuple[AgentId, ...]) -> tuple[AgentId, ...]:
    """Return the colleagues whom a note names, each once, without the asker.

    Raises:
        InvalidInput: There is no such colleague here.
    """
    if not wanted:
        return ()
    known = {one.id for one in await tx.people.agents(asker.workspace_id) if not one.is_disabled}
    for one in wanted:
        if one not in known:
            raise InvalidInput("mentions", f"there is no colleague {one}", Fault.UNKNOWN)
    return tuple(one for one in dict.fromkeys(wanted) if one != asker.id)

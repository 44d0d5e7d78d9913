"""Notes: words for the team only. No code path leads from here to a channel."""

from dataclasses import dataclass

from clew.domain.access import Permission, require
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import CaseId, ConversationId, NoteId
from clew.domain.message import Note
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import NOTE
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.drafts import forget_sent


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """What an agent wants to note; `note_id` is minted by the asker."""

    conversation_id: ConversationId
    note_id: NoteId
    case_id: CaseId
    text: str


async def add_note(command: AddNote, *, asker: Asker, deps: Deps) -> bool:
    """Keep a note in a case; say whether it was new.

    Raises:
        NotFound: No such case in this conversation.
        InvalidInput: It is empty or too long.
    """
    require(asker.agent.role, Permission.ANSWER)
    limit = deps.limits.reply_max_chars
    text = command.text.replace("\x00", "")
    if not text.strip() or len(text) > limit:
        raise InvalidInput("text", f"between 1 and {limit} characters")
    now = deps.clock.now()
    async with deps.store.write() as tx:
        if await tx.has_note(asker.workspace_id, command.note_id):
            return False
        case = await load_case(tx, asker, command.case_id)
        if case.conversation_id != command.conversation_id:
            raise NotFound("case", command.case_id)
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
        await forget_sent(tx, case.id, "note", text, asker=asker)
    return True

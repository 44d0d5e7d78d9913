"""What a contact who fell silent is told: asked once more, then that their case has ended.

Both are words of the team, and both come from a machine, so they are sent only where a machine may
write. Without words nothing is said; the case moves on all the same.
"""

from clew.domain.case import Case
from clew.domain.ids import MessageId
from clew.domain.people import Team
from clew.ports.store import Transaction
from clew.services.deps import Deps
from clew.services.replies.automatic import AnswerByMachine, say


async def ask_once_more(
    case: Case, team: Team | None, *, tx: Transaction, deps: Deps
) -> MessageId | None:
    """Queue the team's reminder; return its message, or None when nothing can be said."""
    return await _told(case, team.reminder if team else "", tx, deps)


async def say_farewell(
    case: Case, team: Team | None, *, tx: Transaction, deps: Deps
) -> MessageId | None:
    """Queue the words with which a silent case ends; return their message, or None."""
    return await _told(case, team.farewell if team else "", tx, deps)


async def _told(case: Case, text: str, tx: Transaction, deps: Deps) -> MessageId | None:
    if not text:
        return None
    command = AnswerByMachine(
        workspace_id=case.workspace_id,
        case_id=case.id,
        message_id=MessageId(deps.ids.new()),
        text=text,
    )
    return command.message_id if await say(command, case, tx=tx, deps=deps) is None else None

"""Everything that a letter says beside its text, gathered when it leaves."""

from collections.abc import Sequence

from clew.domain.message import AuthorKind, Direction, Message
from clew.ports.channel import Earlier, Heading
from clew.ports.store import Transaction
from clew.services.deps import Deps
from clew.services.letters.contents import names_in, people_in, subject_in

# Of a conversation; more is neither quoted nor referred to.
LOOK_BACK = 50


async def heading_of(message: Message, tx: Transaction, deps: Deps) -> Heading:
    """Return the heading of a message of ours."""
    workplace = await deps.directory.workplace(message.workspace_id)
    case = await tx.case(message.workspace_id, message.case_id)
    team = workplace.teams.get(case.facts.team_id) if case else None
    latest = await tx.latest_messages(message.workspace_id, message.conversation_id, LOOK_BACK)
    before = [
        one
        for one in latest
        if one.case_id == message.case_id
        and one.channel == message.channel
        and one.id != message.id
        and one.at <= message.at
    ]
    received = next((one for one in before if one.direction is Direction.IN), None)
    is_by_agent = message.author.kind is AuthorKind.AGENT
    return Heading(
        subject=subject_in(message),
        written_at=message.at,
        case_id=message.case_id,
        to=people_in(message, "to"),
        cc=people_in(message, "cc"),
        bcc=people_in(message, "bcc"),
        contact_name=received.author.name if received else "",
        from_address=next((one.address for one in people_in(message, "from")), ""),
        agent_name=message.author.name if is_by_agent else "",
        team_name=team.name if team else "",
        signature=team.signature if team and is_by_agent else "",
        answered=_answered(before, received),
        history=tuple(Earlier(one.author.name, one.at, one.text) for one in before if one.text),
    )


def _answered(before: Sequence[Message], received: Message | None) -> tuple[str, ...]:
    """Return the names of what a letter goes on with, the oldest first, what it answers last."""
    names = [name for one in reversed(before) for name in names_in(one)]
    last = names_in(received)[-1:] if received else ()
    return tuple(dict.fromkeys([*(one for one in names if one not in last), *last]))

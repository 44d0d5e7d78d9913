"""Replies written beforehand: who may write them, and who sees which."""

from dataclasses import dataclass, replace
from uuid import UUID

from clew.domain.access import Permission, may, require
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import CannedReplyId, TeamId
from clew.domain.revisions import RevisionKind
from clew.domain.sizes import check_length
from clew.domain.tools import CannedReply, unknown_variables
from clew.ports.store import Transaction
from clew.ports.store.kinds import CANNED_REPLIES_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.people import checked_name
from clew.services.revised_fields import fields_of_reply
from clew.services.revising import note_revision
from clew.services.snapshots import Snapshot, take
from clew.services.telling import tell_everybody

MOST_CANNED_REPLIES = 2_000
LONGEST_SHORTCUT = 40
# An agent writes, and a contact reads, one of these; empty suits any.
LANGUAGE_CHARS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReplyView:
    """A canned reply as it is chosen from."""

    id: UUID
    title: str
    shortcut: str
    text: str
    language: str
    team_id: UUID | None
    archived: bool


def view(reply: CannedReply) -> CannedReplyView:
    """Return a canned reply as it is chosen from."""
    return CannedReplyView(
        id=reply.id,
        title=reply.title,
        shortcut=reply.shortcut,
        text=reply.text,
        language=reply.language,
        team_id=reply.team_id,
        archived=reply.is_archived,
    )


async def list_canned_replies(*, asker: Asker, deps: Deps) -> Snapshot[list[CannedReplyView]]:
    """Return those of everybody and of the asker's teams by title; all, to who manages them."""
    found = await take(
        lambda reader: reader.tools.canned_replies.all(asker.workspace_id), asker=asker, deps=deps
    )
    sees_all = may(asker.agent.role, Permission.MANAGE_WORDS)
    mine = {None, *asker.agent.team_ids}
    return Snapshot(
        seq=found.seq,
        value=[
            view(one)
            for one in found.value
            if sees_all or (one.team_id in mine and not one.is_archived)
        ],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCannedReply:
    """A canned reply as it shall be; None leaves a field as it is.

    Attributes:
        reply_id: None for a new one.
        is_for_all: Everybody sees it; then no team is given.
    """

    reply_id: CannedReplyId | None = None
    title: str | None = None
    shortcut: str | None = None
    text: str | None = None
    language: str | None = None
    team_id: TeamId | None = None
    is_for_all: bool = False
    is_archived: bool | None = None


async def save_canned_reply(
    command: SaveCannedReply, *, asker: Asker, deps: Deps
) -> CannedReplyView:
    """Add or change a canned reply.

    Raises:
        NotAllowed: Agents only use them.
        NotFound: There is no such canned reply here.
        InvalidInput: A value cannot be used, or the shortcut is another one's.
    """
    require(asker.agent.role, Permission.MANAGE_WORDS)
    async with deps.store.write() as tx:
        known = {one.id: one for one in await tx.tools.canned_replies.all(asker.workspace_id)}
        before = _before(known, command, asker, deps)
        after = _checked(_changed(before, command), deps.limits.reply_max_chars)
        await _check_team(tx, asker, command.team_id)
        if not after.is_archived and any(_is_same_key(after, other) for other in known.values()):
            raise InvalidInput("shortcut", "another canned reply has it", Fault.TAKEN)
        await tx.tools.canned_replies.save(after)
        await note_revision(
            RevisionKind.CANNED_REPLY,
            after.id,
            fields_of_reply(before) if command.reply_id else None,
            fields_of_reply(after),
            tx,
            asker=asker,
            deps=deps,
        )
        await tell_everybody(CANNED_REPLIES_CHANGED, tx, asker=asker, deps=deps)
    return view(after)


def _before(
    known: dict[CannedReplyId, CannedReply], command: SaveCannedReply, asker: Asker, deps: Deps
) -> CannedReply:
    if command.reply_id is not None:
        if command.reply_id not in known:
            raise NotFound("canned reply", command.reply_id)
        return known[command.reply_id]
    if len(known) >= MOST_CANNED_REPLIES:
        raise InvalidInput(
            "title",
            f"there are {MOST_CANNED_REPLIES} already",
            Fault.FULL,
            most=MOST_CANNED_REPLIES,
        )
    return CannedReply(
        id=CannedReplyId(deps.ids.new()),
        workspace_id=asker.workspace_id,
        title=command.title or "",
        shortcut=command.shortcut or "",
        text=command.text or "",
    )


def _changed(reply: CannedReply, command: SaveCannedReply) -> CannedReply:
    is_archived = reply.is_archived if command.is_archived is None else command.is_archived
    return replace(
        reply,
        title=reply.title if command.title is None else command.title,
        shortcut=reply.shortcut if command.shortcut is None else command.shortcut,
        text=reply.text if command.text is None else command.text,
        language=reply.language if command.language is None else command.language,
        team_id=None if command.is_for_all else command.team_id or reply.team_id,
        is_archived=is_archived,
    )


def _checked(reply: CannedReply, max_chars: int) -> CannedReply:
    """Return it without blanks where they don't belong.

    Raises:
        InvalidInput: A value cannot be used.
    """
    shortcut = reply.shortcut.strip().lstrip("/")
    text = reply.text.replace("\x00", "").strip()
    try:
        title = checked_name(reply.title)
    except InvalidInput as wrong:
        raise InvalidInput("title", wrong.message, wrong.fault, **wrong.facts) from wrong
    is_word = shortcut.isprintable() and not any(char.isspace() for char in shortcut)
    if not (1 <= len(shortcut) <= LONGEST_SHORTCUT and is_word):
        raise InvalidInput(
            "shortcut",
            f"one word of at most {LONGEST_SHORTCUT} characters",
            Fault.NOT_ONE_WORD,
            most=LONGEST_SHORTCUT,
        )
    check_length("text", text, least=1, most=max_chars)
    unknown = unknown_variables(text)
    if unknown:
        raise InvalidInput(
            "text", f"nothing is known as {{{unknown[0]}}}", Fault.UNKNOWN_PLACE, name=unknown[0]
        )
    language = reply.language.strip().lower()
    if len(language) > LANGUAGE_CHARS or (not language.replace("-", "a").isalpha() and language):
        raise InvalidInput("language", "a code such as pl, or nothing", Fault.NOT_A_LANGUAGE)
    return replace(reply, title=title, shortcut=shortcut, text=text, language=language)


def _is_same_key(one: CannedReply, other: CannedReply) -> bool:
    return (
        one.id != other.id
        and not other.is_archived
        and one.shortcut.casefold() == other.shortcut.casefold()
        and one.language == other.language
    )


async def _check_team(tx: Transaction, asker: Asker, team_id: TeamId | None) -> None:
    if team_id is None:
        return
    if team_id not in {team.id for team, _ in await tx.people.teams(asker.workspace_id)}:
        raise InvalidInput("team_id", "there is no such team", Fault.UNKNOWN)

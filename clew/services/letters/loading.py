"""What a reply in a case would begin with, asked of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from clew.domain.case import Case
from clew.domain.contact import Identity
from clew.domain.errors import NotFound
from clew.domain.ids import CaseId, InboxId
from clew.ports.store import Transaction
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.letters.books import Book, book_of
from clew.services.letters.drafting import LetterDraft, draft_for
from clew.services.letters.headings import LOOK_BACK
from clew.services.sendability import ways_to


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderView:
    """Somebody who gets a letter."""

    address: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """What a reply begins with; `to` is the contact, who always gets it.

    Attributes:
        attachments_max_bytes: Of all files together.
    """

    inbox_id: UUID
    subject: str
    to: str
    cc: list[ReaderView]
    attachments_max_bytes: int | None


async def drafted(
    case: Case, channel: str, identities: Sequence[Identity], book: Book, tx: Transaction
) -> LetterDraft:
    """Return what a reply in a case begins with."""
    latest = await tx.latest_messages(case.workspace_id, case.conversation_id, LOOK_BACK)
    said = [one for one in latest if one.channel == channel]
    return draft_for(case, said, [one for one in identities if one.channel == channel], book)


async def get_draft(
    case_id: CaseId, inbox_id: InboxId | None, *, asker: Asker, deps: Deps
) -> LetterView | None:
    """Return what a reply by an inbox begins with; None: its messages are no letters.

    Raises:
        NotFound: No such case or inbox here.
    """
    workplace = await deps.directory.workplace(asker.workspace_id)
    async with deps.store.write() as tx:
        case = await load_case(tx, asker, case_id)
        reach = await tx.reachability(asker.workspace_id, case.conversation_id)
        ways = ways_to(workplace.inboxes, deps.channels, reach, deps.clock.now())
        way = next((one for one in ways if inbox_id in (None, one.inbox.id)), None)
        if way is None:
            raise NotFound("inbox", inbox_id or "")
        channel = deps.channels[way.inbox.channel]
        if channel.letters is None:
            return None
        book = await book_of(asker.workspace_id, channel.letters, deps)
        draft = await drafted(case, channel.key, reach.identities, book, tx)
    return LetterView(
        inbox_id=way.inbox.id,
        subject=draft.subject,
        to=draft.identity.address if draft.identity else "",
        cc=[
            ReaderView(address=one.address, name=one.name)
            for one in draft.cc
            if book.rules.usable_address(one.address)
        ],
        attachments_max_bytes=channel.capabilities.attachments_max_bytes,
    )

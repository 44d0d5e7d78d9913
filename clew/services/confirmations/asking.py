"""An agent asks a contact to confirm who they are: by a one-time link to an address, or by a code.

The link goes over the channel of the address itself, so whoever uses it reads what is sent there.
Of a visitor of web chat it is the e-mail address they gave that has to be confirmed, and they are
at another screen: a link would confirm them by the click of whoever reads that mailbox. So six
digits are mailed, which they type where they write. Asking moves nothing: whoever owed an answer
owes it still.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from clew.domain.access import Permission, require
from clew.domain.case import Case
from clew.domain.contact import Assurance, Identity
from clew.domain.errors import CannotSend
from clew.domain.ids import ContactId, IdentityId, InboxId, MessageId
from clew.domain.merging import Party
from clew.domain.message import CONFIRMATION
from clew.domain.visitor import Visitor
from clew.ports.channel import VISITOR, Draft
from clew.ports.store import Transaction
from clew.services.asking import Asker
from clew.services.attempts import Window
from clew.services.confirmations.linking import UNSAID
from clew.services.confirmations.words import BY_CODE, BY_LINK, in_language
from clew.services.deps import Deps
from clew.services.letters import Wishes, book_of, content_of, drafted
from clew.services.recognition.assuring import load_identity
from clew.services.replies.queueing import outgoing, queue
from clew.services.sendability import Way, way_to
from clew.services.visitors.confirming import mail_code
from clew.services.visitors.errors import NoEmail
from clew.services.visitors.letters import Post
from clew.services.visitors.limits import count_everywhere
from clew.services.visitors.rooms import room

LOOK_BACK = 100
# Nobody is asked over and over.
PER_IDENTITY: Sequence[Window] = (Window(timedelta(hours=1), 3), Window(timedelta(hours=16), 6))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToConfirm:
    """Which address shall be confirmed.

    Attributes:
        language: In which the contact is asked; visitors have their own.
        origin: Where browsers reach us, if the operator did not say.
    """

    contact_id: ContactId
    identity_id: IdentityId
    language: str = ""
    origin: str = ""


class IsConfirmed(CannotSend):
    """Nothing is to be confirmed."""

    def __init__(self) -> None:
        super().__init__("is_confirmed", "this address is confirmed")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a contact is asked: in a case, by a way to the address."""

    case: Case
    way: Way


async def ask_to_confirm(command: AskToConfirm, *, asker: Asker, post: Post, deps: Deps) -> bool:
    """Send a contact what they confirm an address by; say whether it is a code, and no link.

    Raises:
        NotFound: There is no such contact here, or the address is not theirs.
        IsConfirmed: It is confirmed already.
        CannotSend: There is no open case, or the channel does not take it; the reason says why.
        NoEmail: A visitor has not said at which address they are.
        MailIsNotSetUp: A code has to be mailed, and this server sends no mail.
        TooManyRequests: They were asked often enough.
    """
    require(asker.agent.role, Permission.ANSWER)
    async with deps.store.write() as tx:
        known = await _known(command, tx, asker)
        visitor = await _visitor(known[1], tx)
        await _place(*known, tx, deps)  # nothing is mailed that cannot be said as well
    await count_everywhere(PER_IDENTITY, "confirm", str(command.identity_id), deps)
    if visitor is not None:
        here = await room(InboxId(visitor.inbox_id), deps=deps)
        await mail_code(visitor, here, post, deps)
        language = visitor.language or here.site.languages[0]
        words = in_language(BY_CODE, language).format(email=visitor.email)
    else:
        origin = (post.public_url or command.origin).rstrip("/")
        words = in_language(BY_LINK, command.language).format(link=f"{origin}{UNSAID}")
    async with deps.store.write() as tx:
        place = await _place(*await _known(command, tx, asker), tx, deps)
        await _say(words, place, asker, tx, deps)
    return visitor is not None


async def _known(command: AskToConfirm, tx: Transaction, asker: Asker) -> tuple[Party, Identity]:
    found = await load_identity(asker.workspace_id, command.contact_id, command.identity_id, tx)
    if found[1].assurance is Assurance.VERIFIED:
        raise IsConfirmed
    return found


async def _visitor(identity: Identity, tx: Transaction) -> Visitor | None:
    if identity.kind != VISITOR:
        return None
    visitor = await tx.visitors.visitor_of(identity.workspace_id, identity.address)
    if visitor is None or not visitor.email:
        raise NoEmail
    return visitor


async def _place(party: Party, identity: Identity, tx: Transaction, deps: Deps) -> _Place:
    """Return in which case and by which inbox an address is written to.

    Raises:
        CannotSend: There is no open case, no inbox, or it does not take it.
    """
    conversation_id = party.conversation.id
    cases = await tx.cases_of(identity.workspace_id, conversation_id)
    is_open = {one.id: one for one in cases if one.is_open}
    if not is_open:
        raise CannotSend("no_open_case", "no case is open; open one first")
    said = await tx.latest_messages(identity.workspace_id, conversation_id, LOOK_BACK)
    case = next((is_open[one.case_id] for one in said if one.case_id in is_open), None)
    heard = [one.inbox_id for one in said if one.identity_id == identity.id]
    workplace = await deps.directory.workplace(identity.workspace_id)
    channel = deps.channels.get(identity.channel)
    inboxes = [one for one in workplace.inboxes.values() if one.channel == identity.channel]
    inboxes.sort(key=lambda one: (heard.index(one.id) if one.id in heard else len(heard), one.id))
    if not inboxes or channel is None:
        raise CannotSend("no_inbox", "no inbox of this channel is connected")
    reach = await tx.reachability(identity.workspace_id, conversation_id)
    draft = Draft(has_text=True)
    way = way_to(inboxes[0], channel, reach, draft, deps.clock.now(), to=identity.id)
    if not way.is_free or way.identity is None:
        raise CannotSend(way.reason or "no_address", f"{way.inbox.name} does not take it now")
    return _Place(case=case or next(iter(is_open.values())), way=way)


async def _say(words: str, place: _Place, asker: Asker, tx: Transaction, deps: Deps) -> None:
    message = outgoing(
        place.case,
        place.way,
        message_id=MessageId(deps.ids.new()),
        author=asker.author,
        text=words,
        at=deps.clock.now(),
    )
    content = await _letter(place, tx, deps) or {"type": CONFIRMATION}
    await queue(replace(message, kind=CONFIRMATION, content=content), place.way, tx)


async def _letter(place: _Place, tx: Transaction, deps: Deps) -> dict[str, object] | None:
    """Return what makes it a letter to the contact alone, on channels that have letters."""
    channel = deps.channels[place.way.inbox.channel]
    if channel.letters is None or place.way.identity is None:
        return None
    book = await book_of(place.case.workspace_id, channel.letters, deps)
    letter = await drafted(place.case, channel.key, [place.way.identity], book, tx)
    return dict(content_of(Wishes(cc=()), letter, book) or {}) or None

"""One-time links by which somebody sets a password: those who are invited, and who forgot theirs.

What a link says is 256 random bits behind the # of an address, so no server logs it; only its
hash is kept. It is good once and for some time, and the next one voids it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from clew.domain.errors import ClewError
from clew.domain.ids import AgentId, WorkspaceId
from clew.domain.message import Author, AuthorKind
from clew.domain.people import Agent
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import AGENT_CHANGED
from clew.ports.store.links import KeptLink, LinkPurpose
from clew.ports.store.people import Credentials
from clew.services.attempts import Attempts
from clew.services.deps import Deps
from clew.services.passwords import Passwords, check_new_password
from clew.services.sessions import Sessions, new_secret, sha256_of
from clew.services.signing_in import NewSession
from clew.services.visitors.letters import INVITATION, RESET, Letter, Post, send
from clew.services.visitors.mailrooms import system_post

LASTS = {LinkPurpose.INVITATION: timedelta(days=7), LinkPurpose.RESET: timedelta(hours=2)}
KINDS = {LinkPurpose.INVITATION: INVITATION, LinkPurpose.RESET: RESET}
# Nobody's mailbox is filled by a stranger who knows the address.
QUIET = timedelta(minutes=5)


class LinkIsVoid(ClewError):
    """The link was used, taken back, replaced by another, or is too old."""

    code = "link_is_void"
    status = 410

    def __init__(self) -> None:
        super().__init__("this link is not good any more; ask for another")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLink:
    """A new link; what it says is known here and to whom it is sent."""

    token: str = field(repr=False)
    expires_at: datetime


async def make_link(
    agent_id: AgentId, purpose: LinkPurpose, tx: Transaction, deps: Deps
) -> MadeLink:
    """Make a link for an agent; those that they had are void."""
    token, now = new_secret(), deps.clock.now()
    until = now + LASTS[purpose]
    await tx.links.keep(sha256_of(token), agent_id, purpose, made_at=now, expires_at=until)
    return MadeLink(token=token, expires_at=until)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLink:
    """A link on its way to its owner.

    Attributes:
        by: Who invites them.
    """

    to: str
    purpose: LinkPurpose
    token: str = field(repr=False)
    workspace_id: WorkspaceId
    workspace: str
    by: str = ""
    language: str = ""


async def mail_link(command: MailLink, *, post: Post, deps: Deps) -> bool:
    """Send a link to its owner; say whether it is on its way."""
    post = await system_post(command.workspace_id, post, deps)
    if not (post.is_open and post.public_url):
        return False
    letter = Letter(
        kind=KINDS[command.purpose],
        to=command.to,
        language=command.language,
        name=command.workspace,
        values={"by": command.by, "link": f"{post.public_url.rstrip('/')}/join#{command.token}"},
    )
    return await send(letter, post=post, now=deps.clock.now())


async def look_at_link(token: str, *, deps: Deps) -> KeptLink:
    """Return whose link this is.

    Raises:
        LinkIsVoid: It is not good any more, or never was.
    """
    async with deps.store.read() as reader:
        return _good(await reader.links.find(sha256_of(token)), deps)


@dataclass(frozen=True, slots=True, kw_only=True)
class UseLink:
    """A link, and the password that its owner chose."""

    token: str = field(repr=False)
    password: str = field(repr=False)


async def use_link(
    command: UseLink, *, deps: Deps, passwords: Passwords, sessions: Sessions
) -> NewSession:
    """Set the password of a link's owner and sign them in; every session they had ends.

    Raises:
        LinkIsVoid: It is not good any more, or never was.
        InvalidInput: The password cannot be used.
    """
    await look_at_link(command.token, deps=deps)  # no hash is made for a link that is void
    check_new_password(command.password)
    password_hash = await passwords.hash(command.password)
    token, csrf_token, now = new_secret(), new_secret(), deps.clock.now()
    async with deps.store.write() as tx:
        link = _good(await tx.links.find(sha256_of(command.token)), deps)
        # Of two who use it in the same moment one has ended it.
        if not await tx.links.end(link.agent.id):
            raise LinkIsVoid
        await tx.people.save_agent(link.agent, password_hash)
        await tx.people.end_sessions(agent_id=link.agent.id)
        until = now + deps.limits.session_lasts
        await tx.people.add_session(sha256_of(token), link.agent.id, csrf_token, until)
        author = Author(kind=AuthorKind.AGENT, id=link.agent.id, name=link.agent.name)
        await tx.record(told(link.agent, "password_set_by_link", author, now))
        signed_in = await tx.people.session(sha256_of(token), now)
    if signed_in is None:
        raise LinkIsVoid
    sessions.forget(link.agent.id)
    return NewSession(token=token, signed_in=signed_in)


async def send_reset(email: str, language: str, *, post: Post, deps: Deps) -> None:
    """Mail a link to whoever has this address; nothing happens if nobody has, or lately did."""
    async with deps.store.write() as tx:
        known = await tx.people.credentials(email.strip())
        letters = [made for one in known if (made := await _reset_of(one, language, tx, deps))]
    for letter in letters:
        await mail_link(letter, post=post, deps=deps)


async def _reset_of(
    known: Credentials, language: str, tx: Transaction, deps: Deps
) -> MailLink | None:
    """Make a link for somebody who forgot; who never had a password is invited once more."""
    if known.agent.is_disabled:
        return None
    present = await tx.links.of_agent(known.agent.id)
    if present is not None and deps.clock.now() - present.made_at < QUIET:
        return None
    purpose = LinkPurpose.RESET if known.password_hash else LinkPurpose.INVITATION
    made = await make_link(known.agent.id, purpose, tx, deps)
    return MailLink(
        to=known.agent.email,
        purpose=purpose,
        token=made.token,
        workspace_id=known.workspace.id,
        workspace=known.workspace.name,
        by=known.workspace.name,
        language=language,
    )


async def count_request(email: str, address: str, *, attempts: Attempts) -> None:
    """Count that somebody asked for a link.

    Raises:
        TooManyAttempts: For this address of e-mail, or from this address of the network.
    """
    await attempts.begin(f"link for {email}", address)
    await attempts.failed(address)


def told(agent: Agent, what: str, author: Author, now: datetime) -> Changes:
    """Return the entry of the log that says what became of somebody's link."""
    entry = LogEntry(
        kind=AGENT_CHANGED, at=now, agent_id=agent.id, actor=author, data={"change": what}
    )
    return Changes(workspace_id=agent.workspace_id, at=now, log=[entry])


def _good(link: KeptLink | None, deps: Deps) -> KeptLink:
    if link is None or link.agent.is_disabled or link.expires_at <= deps.clock.now():
        raise LinkIsVoid
    return link

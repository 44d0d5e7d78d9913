"""One-time links by which a contact confirms an address: made when they leave, used by a button.

What a link says is 256 random bits behind the # of an address, so no server logs it. Messages are
kept, searched and shown to colleagues, so a message holds the place of its link only: what the link
says is made when the message is rendered for the provider, and nobody but the contact reads it.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clew.domain.contact import Assurance, Identity
from clew.domain.ids import IdentityId
from clew.domain.message import CONFIRMATION, Message
from clew.domain.recognition import ANONYMOUS
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.confirmation_links import ConfirmationLink
from clew.ports.store.kinds import IDENTITY_PROVEN
from clew.services.deps import Deps
from clew.services.links import LinkIsVoid
from clew.services.recognition.assuring import assure, load_identity, note_alike
from clew.services.recognition.proving import AT_ONCE, join_proven
from clew.services.sessions import sha256_of

PATH = "/confirm#"
UNSAID = f"{PATH}…"
TOKEN_BYTES = 32
LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody who opened a link is asked: is this theirs?"""

    workspace: str
    address: str
    expires_at: datetime


async def with_link(
    message: Message, identity_id: IdentityId | None, tx: Transaction, deps: Deps
) -> Message:
    """Return a message as its reader gets it: with a link of their own where it has the place.

    Each attempt to send makes a link of its own; the first that is used voids the others.
    """
    if message.kind != CONFIRMATION or UNSAID not in message.text or identity_id is None:
        return message
    reach = await tx.reachability(message.workspace_id, message.conversation_id)
    identity = next((one for one in reach.identities if one.id == identity_id), None)
    if identity is None:
        return message
    now, token = deps.clock.now(), secrets.token_urlsafe(TOKEN_BYTES)
    await tx.confirmation_links.forget_old(now)
    await tx.confirmation_links.add(
        identity, sha256_of(token), asked_by=message.author.name, expires_at=now + LASTS
    )
    return replace(message, text=message.text.replace(UNSAID, PATH + token, 1))


async def look(token: str, *, deps: Deps) -> Question:
    """Return what a link asks; nothing is used up by looking.

    Raises:
        LinkIsVoid: It was used, is too old, or never was.
    """
    async with deps.store.read() as reader:
        link = _good(await reader.confirmation_links.find(sha256_of(token)), deps)
    return Question(
        workspace=link.workspace, address=_shown(link.identity), expires_at=link.expires_at
    )


async def confirm_by_link(token: str, *, deps: Deps) -> Question:
    """Take the word of whoever reads what is sent to an address: it is theirs.

    Raises:
        LinkIsVoid: It was used, is too old, or never was.
    """
    key, now = sha256_of(token), deps.clock.now()
    async with deps.store.write() as tx:
        link = _good(await tx.confirmation_links.find(key), deps)
        # Of two who use it in the same moment one has used it up.
        if not await tx.confirmation_links.use(link, key, now):
            raise LinkIsVoid
        known, workspace_id = link.identity, link.identity.workspace_id
        party, identity = await load_identity(workspace_id, known.contact_id, known.id, tx)
        # What the owner has proven does not hang on an agent's word any more.
        await tx.dossiers.unconfirm(workspace_id, identity.id)
        await assure(identity, Assurance.VERIFIED, party, None, tx=tx, deps=deps)
        told = LogEntry(
            kind=IDENTITY_PROVEN,
            at=now,
            conversation_id=party.conversation.id,
            contact_id=party.contact.id,
            data={"address": _shown(identity), "asked_by": link.asked_by},
        )
        await tx.record(Changes(workspace_id=workspace_id, at=now, log=[told]))
        await note_alike(identity, party, tx=tx, deps=deps)
    await join_proven(deps, AT_ONCE)
    return Question(workspace=link.workspace, address=_shown(identity), expires_at=link.expires_at)


def _good(link: ConfirmationLink | None, deps: Deps) -> ConfirmationLink:
    if link is None or link.used_at is not None or link.expires_at <= deps.clock.now():
        raise LinkIsVoid
    return link


def _shown(identity: Identity) -> str:
    """Return an address as its owner knows it; one that only machines read has no words."""
    return "" if identity.kind in ANONYMOUS else identity.display

"""An administrator asks whether an inbox works, and is told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast
from uuid import uuid4

import pytest

from clew.domain.errors import NotAllowed, NotFound
from clew.domain.ids import InboxId
from clew.domain.people import InboxState, Role
from clew.ports.channel import (
    Connected,
    MailAnswer,
    MailboxPlace,
    MailResponse,
    MailServer,
    MailStage,
    Misconfigured,
    ProbeOutcome,
    Unavailable,
)
from clew.ports.http import AddressIsForbidden, NotSent
from clew.ports.mailboxes import Mailbox, MailboxIsAway, MailboxIsRefused
from clew.services.asking import Asker
from clew.services.connections import SHOWN_LATELY, Checked, Part, WaysOut, check_connection
from clew.services.inbox_views import get_inbox
from clew.services.inboxes import AddInbox, add_inbox
from clew.services.visitors.showing import note_shown
from tests.fixtures.workplace import Shop
from tests.imap.nobody import Nobody
from tests.services.letters.mailing import MAIL_INBOX, OURS, MailWorld, PostOffice

GOOD = MailResponse(MailStage.LOGIN, MailAnswer(235, "ok"), server="smtp.example: size")
WRONG = MailResponse(MailStage.LOGIN, MailAnswer(535, "5.7.8 wrong password"))


async def asked(
    world: MailWorld, inbox_id: InboxId = MAIL_INBOX, asker: Asker | None = None
) -> ProbeOutcome:
    ways_out = WaysOut(http=world.provider, mailer=world.post, mailboxes=Boxes())
    [checked] = await check_connection(
        inbox_id, asker=asker or world.asker, deps=world.deps, ways_out=ways_out
    )
    return checked.outcome


@dataclass
class Boxes:
    """A mail server that says the same to everybody who wants in."""

    said: Exception | None = None
    opened: list[MailboxPlace] = field(default_factory=list)

    async def open(self, server: MailServer, folder: str) -> Mailbox:
        if self.said is not None:
            raise self.said
        self.opened.append(MailboxPlace(server, folder))
        return cast("Mailbox", Box())


class Box:
    """A mailbox in which nobody looks."""

    async def close(self) -> None:
        """Hang up."""


async def light(world: MailWorld) -> InboxState:
    async with world.deps.store.read() as reader:
        found = await reader.people.inbox(MAIL_INBOX)
    assert found is not None
    return found[0].state


async def test_the_answer_sets_the_traffic_light(mail_world: MailWorld) -> None:
    mail_world.post.answers = [WRONG, GOOD]

    assert await asked(mail_world) == Misconfigured("5.7.8 wrong password", "5.7.8")
    assert await light(mail_world) is InboxState.AMBER
    assert await asked(mail_world) == Connected(OURS, {"smtp": "smtp.example: size"})
    assert await light(mail_world) is InboxState.GREEN
    assert all(not one.recipients for one in mail_world.post.asked)


async def test_a_server_that_cannot_be_reached_says_nothing_about_the_inbox(
    mail_world: MailWorld,
) -> None:
    mail_world.post.answers = [NotSent("down"), AddressIsForbidden("private")]

    assert await asked(mail_world) == Unavailable("down")
    assert await light(mail_world) is InboxState.GREEN
    assert isinstance(await asked(mail_world), Misconfigured)


async def test_without_a_way_out_nothing_is_claimed(mail_world: MailWorld) -> None:
    [checked] = await check_connection(
        MAIL_INBOX, asker=mail_world.asker, deps=mail_world.deps, ways_out=None
    )

    assert isinstance(checked.outcome, Unavailable)


async def test_only_administrators_ask_and_only_about_their_own(mail_world: MailWorld) -> None:
    asker = mail_world.asker
    lead = replace(asker, agent=replace(asker.agent, role=Role.SUPERVISOR))

    with pytest.raises(NotAllowed):
        await asked(mail_world, asker=lead)
    with pytest.raises(NotFound):
        await asked(mail_world, InboxId(uuid4()))


REFUSED, AWAY = MailboxIsRefused("NO wrong secret-of-imap"), MailboxIsAway("timed out")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (None, Connected(f"{OURS} · INBOX")),
        (REFUSED, Misconfigured("NO wrong [secret]", "refused")),
        (AWAY, Unavailable("timed out")),
    ],
)
async def test_the_mailbox_is_tried_as_well_and_stops_no_reply(
    shop: Shop, said: Exception | None, outcome: ProbeOutcome
) -> None:
    command = AddInbox(
        channel="email",
        name="Post",
        team_id=None,
        settings={"address": OURS, "smtp_host": "smtp.example", "imap_host": "imap.example"},
        secrets={"imap_password": "secret-of-imap"},
    )
    inbox = await add_inbox(command, asker=shop.admin, deps=shop.deps)
    post = PostOffice()
    post.answers = [GOOD]

    outgoing, incoming = await check_connection(
        InboxId(inbox.id),
        asker=shop.admin,
        deps=shop.deps,
        ways_out=WaysOut(http=Nobody(), mailer=post, mailboxes=Boxes(said)),
    )

    assert outgoing == Checked(Part.OUTGOING, Connected(OURS, {"smtp": GOOD.server}))
    assert incoming == Checked(Part.INCOMING, outcome)
    after = (await get_inbox(InboxId(inbox.id), asker=shop.admin, deps=shop.deps)).value
    assert after.health.state is InboxState.GREEN


async def test_a_chat_works_once_a_page_has_shown_it(shop: Shop) -> None:
    async def add(sites: str) -> InboxId:
        command = AddInbox(
            channel="webchat",
            name="Chat",
            team_id=None,
            settings={"allowed_sites": sites},
            secrets={},
        )
        return InboxId((await add_inbox(command, asker=shop.admin, deps=shop.deps)).id)

    async def ask(inbox_id: InboxId) -> ProbeOutcome:
        [checked] = await check_connection(
            inbox_id, asker=shop.admin, deps=shop.deps, ways_out=None
        )
        return checked.outcome

    nowhere, chat = await add(""), await add("https://shop.example")

    assert await ask(nowhere) == Misconfigured("no site may show the chat yet", "no_sites")
    assert await ask(chat) == Unavailable("no page has shown the chat yet")
    await note_shown(chat, "https://shop.example", deps=shop.deps)
    assert await ask(chat) == Connected("https://shop.example")
    shop.clock.advance(2 * SHOWN_LATELY)
    assert isinstance(await ask(chat), Unavailable)

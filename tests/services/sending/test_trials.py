"""An administrator tries an inbox and is told what its provider answered; nothing of it is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from aiosmtpd.smtp import Envelope

from clew.domain.errors import CannotSend, InvalidInput, NotAllowed, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import InboxId
from clew.domain.people import Inbox, InboxStage, InboxState, Role
from clew.ports.channel import Template
from clew.ports.http import NoAnswer, NotSent
from clew.ports.mail import Mailer, NoMailer
from clew.services.asking import Asker
from clew.services.connections import WaysOut
from clew.services.inboxes import AddInbox, ChangeInbox, add_inbox, change_inbox
from clew.services.sending import SendTrial, Trial, TrialState, send_trial
from clew.services.sending.trials import PER_WORKSPACE
from clew.services.visitors.errors import TooManyRequests
from clew.smtp.mailer import SmtpMailer
from tests.builders import an_id
from tests.fixtures.workplace import Shop
from tests.imap.nobody import Nobody
from tests.services.scripted_provider import refused
from tests.services.test_connections import Boxes
from tests.services.world import INBOX, TOKEN, WORKSPACE, World
from tests.smtp.servers import Post, post_office

MINE, OURS = "+48 600 100-200", "help@shop.example"
HELLO = Template("hello_world", "en_US", "utility", "approved", "Hello World")
PARCEL = Template("parcel_sent", "pl", "utility", "approved", "Your parcel is on its way.")
UNFIT = (
    Template("sale", "en", "marketing", "approved", "Everything half off"),
    Template("paused", "en", "utility", "paused", "Hello"),
    Template("due", "en", "utility", "approved", "It is due on {{1}}", ("1",)),
)


async def tried(
    world: World, to: str = MINE, asker: Asker | None = None, inbox_id: InboxId = INBOX
) -> Trial:
    ways_out = WaysOut(http=world.provider, mailer=NoMailer(), mailboxes=Boxes())
    command = SendTrial(inbox_id=inbox_id, to=to, language="pl")
    return await send_trial(command, asker=asker or world.asker, deps=world.deps, ways_out=ways_out)


async def test_the_message_goes_to_the_number_and_to_no_contact_or_case(world: World) -> None:
    trial = await tried(world)

    [posted] = world.provider.posted
    assert posted["to"] == trial.to == "+48600100200"
    assert "skrzynkę „Number”" in posted["text"]["body"]
    assert (trial.state, trial.is_windowed, trial.template) == (TrialState.ACCEPTED, True, "")
    assert (await world.inbox()).last_sent_at == world.clock.now()
    async with world.deps.store.read() as reader:
        page = await reader.contacts(WORKSPACE, "", None, 10)
    assert page.items == []


async def test_a_template_without_values_goes_first_where_free_text_may_not_arrive(
    world: World,
) -> None:
    await world.has_approved(HELLO, PARCEL, *UNFIT)

    trial = await tried(world)

    [posted] = world.provider.posted
    assert posted["template"] == {"name": "parcel_sent", "language": {"code": "pl"}}
    assert (trial.template, trial.is_windowed) == ("parcel_sent", False)


async def test_a_template_that_the_provider_does_not_take_from_us_is_followed_by_the_next(
    world: World,
) -> None:
    await world.has_approved(HELLO, PARCEL)
    world.provider.answers = [refused(132001), refused(131058)]

    trial = await tried(world)

    assert [one["type"] for one in world.provider.posted] == ["template", "template", "text"]
    assert (trial.state, trial.is_windowed) == (TrialState.ACCEPTED, True)


async def test_who_cannot_be_reached_is_not_tried_by_one_template_after_the_other(
    world: World,
) -> None:
    await world.has_approved(HELLO, PARCEL)
    world.provider.answers = [refused(131026, "Message undeliverable")]

    trial = await tried(world)

    assert len(world.provider.posted) == 1
    assert (trial.state, trial.code) == (TrialState.REFUSED, "131026")
    assert trial.reason == "Message undeliverable"


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (refused(190, f"Bad token {TOKEN}", 401), TrialState.MISCONFIGURED),
        (refused(131047, "Re-engagement message"), TrialState.REFUSED),
        (refused(130429, "Too fast"), TrialState.UNAVAILABLE),
        (NotSent("down"), TrialState.UNAVAILABLE),
        (NoAnswer("silence"), TrialState.UNKNOWN),
    ],
)
async def test_what_the_provider_answered_is_told_without_secrets(
    world: World, answer: object, state: TrialState
) -> None:
    world.provider.answers = [answer]  # type: ignore[list-item]  # whatever is answered

    trial = await tried(world)

    assert trial.state is state
    assert trial.reason != ""
    assert TOKEN not in trial.reason
    is_amber = (await world.inbox()).state is InboxState.AMBER
    assert is_amber is (state is TrialState.MISCONFIGURED)


async def test_an_inbox_that_sends_again_is_green_again(world: World) -> None:
    world.provider.answers = [refused(190, "Expired", 401)]
    await tried(world)

    await tried(world)

    assert (await world.inbox()).state is InboxState.GREEN


@pytest.mark.parametrize("typed", ["600100200", "anna@example.com", "+0600100200", "+48"])
async def test_what_is_no_number_with_its_country_is_refused(world: World, typed: str) -> None:
    with pytest.raises(InvalidInput) as wrong:
        await tried(world, typed)

    assert (wrong.value.field, wrong.value.fault) == ("to", Fault.NOT_A_PHONE)
    assert world.provider.asked == []


async def test_only_administrators_try_and_only_what_is_theirs(world: World) -> None:
    lead = replace(world.asker, agent=replace(world.asker.agent, role=Role.SUPERVISOR))

    with pytest.raises(NotAllowed):
        await tried(world, asker=lead)
    with pytest.raises(NotFound):
        await tried(world, inbox_id=InboxId(an_id(99)))


@pytest.mark.parametrize("stage", [InboxStage.PAUSED, InboxStage.ARCHIVED])
async def test_an_inbox_that_rests_is_not_tried(world: World, stage: InboxStage) -> None:
    command = ChangeInbox(inbox_id=INBOX, stage=stage)
    await change_inbox(command, asker=world.asker, deps=world.deps)

    with pytest.raises(CannotSend) as refusal:
        await tried(world)

    assert refusal.value.reason == "inbox_rests"


async def test_a_chat_writes_to_nobody_first(shop: Shop) -> None:
    command = AddInbox(channel="webchat", name="Chat", team_id=None, settings={}, secrets={})
    chat = await add_inbox(command, asker=shop.admin, deps=shop.deps)

    with pytest.raises(CannotSend) as refusal:
        await send_trial(
            SendTrial(inbox_id=InboxId(chat.id), to=OURS),
            asker=shop.admin,
            deps=shop.deps,
            ways_out=None,
        )

    assert refusal.value.reason == "writes_to_nobody_first"


async def test_nobody_is_written_to_over_and_over(world: World) -> None:
    for _ in range(PER_WORKSPACE[0].allowed):
        await tried(world)

    with pytest.raises(TooManyRequests):
        await tried(world)
    world.clock.advance(timedelta(hours=1))
    await tried(world)


async def test_without_a_way_out_nothing_is_claimed(world: World) -> None:
    trial = await send_trial(
        SendTrial(inbox_id=INBOX, to=MINE), asker=world.asker, deps=world.deps, ways_out=None
    )

    assert trial.state is TrialState.UNAVAILABLE


async def a_mailbox(shop: Shop, post: Post) -> Inbox:
    settings = {"address": OURS, "smtp_host": "127.0.0.1", "smtp_port": str(post.port)}
    command = AddInbox(
        channel="email",
        name="Post",
        team_id=None,
        settings={**settings, "smtp_security": "none"},
        secrets={},
    )
    added = await add_inbox(command, asker=shop.admin, deps=shop.deps)
    return await inbox_of(shop, InboxId(added.id))


async def inbox_of(shop: Shop, inbox_id: InboxId) -> Inbox:
    async with shop.deps.store.read() as reader:
        found = await reader.people.inbox(inbox_id)
    assert found is not None
    return found[0]


async def mailed(shop: Shop, inbox: Inbox, to: str, mailer: Mailer) -> Trial:
    return await send_trial(
        SendTrial(inbox_id=inbox.id, to=to),
        asker=shop.admin,
        deps=shop.deps,
        ways_out=WaysOut(http=Nobody(), mailer=mailer, mailboxes=Boxes()),
    )


@pytest.fixture
async def real_mailer(shop: Shop) -> AsyncIterator[SmtpMailer]:
    one = SmtpMailer(
        blobs=shop.deps.blobs,
        clock=shop.clock,
        http=Nobody(),
        allow_private_hosts=["127.0.0.1"],
    )
    yield one
    await one.close()


async def test_a_mail_leaves_by_the_inboxs_own_server_as_one_of_a_machine(
    shop: Shop, real_mailer: SmtpMailer
) -> None:
    async with post_office() as post:
        inbox = await a_mailbox(shop, post)
        trial = await mailed(shop, inbox, "Me@Example.COM", real_mailer)

    [mail] = post.mails
    assert trial == Trial(state=TrialState.ACCEPTED, to="Me@example.com")
    assert (mail.mail_from, mail.rcpt_tos) == ("<>", ["Me@example.com"])
    text = written(mail)
    assert "Subject: A test of Post" in text
    assert "Auto-Submitted: auto-generated" in text


async def test_what_a_mail_server_refuses_is_told_in_its_words(
    shop: Shop, real_mailer: SmtpMailer
) -> None:
    async with post_office() as post:
        post.said = {
            "me@example.com": "550 5.1.1 no such person",
            "you@example.com": "450 4.2.0 later",
        }
        inbox = await a_mailbox(shop, post)
        gone = await mailed(shop, inbox, "me@example.com", real_mailer)
        later = await mailed(shop, inbox, "you@example.com", real_mailer)

    assert (gone.state, gone.reason) == (TrialState.REFUSED, "5.1.1 no such person")
    assert (later.state, later.reason) == (TrialState.UNAVAILABLE, "4.2.0 later")


async def test_a_server_that_takes_nothing_from_us_turns_the_inbox_amber(
    shop: Shop, real_mailer: SmtpMailer
) -> None:
    async with post_office() as post:
        post.sender_answer = "550 5.7.1 not you"
        inbox = await a_mailbox(shop, post)
        trial = await mailed(shop, inbox, "me@example.com", real_mailer)

    assert (trial.state, trial.reason) == (TrialState.MISCONFIGURED, "5.7.1 not you")
    assert (await inbox_of(shop, inbox.id)).state is InboxState.AMBER


@pytest.mark.parametrize("typed", [OURS, "help"])
async def test_no_letter_goes_to_ourselves_or_to_what_is_no_address(shop: Shop, typed: str) -> None:
    inbox = await a_mailbox(shop, Post(port=25))

    with pytest.raises(InvalidInput) as wrong:
        await mailed(shop, inbox, typed, NoMailer())

    assert wrong.value.fault in (Fault.OWN_ADDRESS, Fault.NOT_AN_ADDRESS)


def written(mail: Envelope) -> str:
    assert isinstance(mail.content, bytes)
    return mail.content.decode()

"""What a reply begins with, and that it leaves as the agent wanted it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from clew.channels.email.tokens import messages_in
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import InboxId
from clew.services.letters import Wishes, get_draft
from tests.channels.email.letters import read
from tests.services.letters.mailing import ANNA_NOWAK, BELA, MAIL_INBOX, OURS, MailWorld
from tests.services.world import INBOX

COPIED = {"cc": [{"email": BELA, "name": "Béla"}], "to": [{"email": "Orders@shop.example"}]}


async def test_an_answer_goes_back_where_the_letter_came_from(each_mail_world: MailWorld) -> None:
    world = each_mail_world
    await world.is_written_to(content=COPIED)
    message_id = await world.answers("On its way.")
    await world.sends()

    (request,) = world.post.asked
    mail = read(request)
    assert request.recipients == (ANNA_NOWAK, BELA)
    assert str(mail["From"]) == "Anna <orders@shop.example>"
    assert str(mail["To"]) == "Anna Nowak <anna@example.com>"
    assert mail["Subject"] == "Re: My parcel"
    assert mail["In-Reply-To"] == "<in-1@mail.example>"
    assert messages_in(mail["Message-ID"], ["a-key-of-the-inbox"]) == (message_id,)
    assert "Where is my parcel?" in mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]


async def test_the_second_answer_refers_to_all_that_went_before(mail_world: MailWorld) -> None:
    await mail_world.is_written_to()
    await mail_world.answers("First")
    await mail_world.sends()
    first = read(mail_world.post.asked[0])
    await mail_world.is_written_to("And now?", references=[str(first["Message-ID"])])
    await mail_world.answers("Second")
    await mail_world.sends()
    second = read(mail_world.post.asked[1])

    names = ["<in-1@mail.example>", str(first["Message-ID"]), "<in-2@mail.example>"]
    assert second["References"].split() == names
    assert second["In-Reply-To"] == names[-1]


async def test_what_the_agent_wants_counts(mail_world: MailWorld) -> None:
    await mail_world.is_written_to(content=COPIED)
    wishes = Wishes(subject="Parcel  12", to=("c@example.com",), cc=(), bcc=("d@example.com",))
    await mail_world.answers(letter=wishes)
    await mail_world.sends()

    (request,) = mail_world.post.asked
    assert request.recipients == (ANNA_NOWAK, "c@example.com", "d@example.com")
    assert read(request)["Subject"] == "Parcel 12"
    assert read(request)["Cc"] is None


@pytest.mark.parametrize(
    ("wishes", "field"),
    [
        (Wishes(cc=("nobody",)), "cc"),
        (Wishes(to=("a@example.com\r\nBcc: b@example.com",)), "to"),
        (Wishes(bcc=(OURS,)), "bcc"),
        (Wishes(cc=("Orders@Shop.Example",)), "cc"),
        (Wishes(subject="x" * 300), "subject"),
        (Wishes(cc=tuple(f"p{number}@example.com" for number in range(51))), "cc"),
    ],
)
async def test_what_cannot_be_is_refused(mail_world: MailWorld, wishes: Wishes, field: str) -> None:
    await mail_world.is_written_to()

    with pytest.raises(InvalidInput) as refused:
        await mail_world.answers(letter=wishes)
    assert refused.value.field == field


async def test_other_channels_have_no_subject(mail_world: MailWorld) -> None:
    case = await mail_world.hears()

    with pytest.raises(InvalidInput):
        await mail_world.answers(letter=Wishes(subject="Hello"))
    found = await get_draft(case.id, INBOX, asker=mail_world.asker, deps=mail_world.deps)
    assert found is None


async def test_the_composer_is_told_what_it_begins_with(mail_world: MailWorld) -> None:
    case = await mail_world.is_written_to(content=COPIED)
    draft = await get_draft(case.id, None, asker=mail_world.asker, deps=mail_world.deps)

    assert draft is not None
    assert (draft.inbox_id, draft.subject, draft.to) == (MAIL_INBOX, "Re: My parcel", ANNA_NOWAK)
    assert [(one.address, one.name) for one in draft.cc] == [(BELA, "Béla")]
    assert draft.attachments_max_bytes == 1_500_000
    with pytest.raises(NotFound):
        await get_draft(case.id, InboxId(uuid4()), asker=mail_world.asker, deps=mail_world.deps)

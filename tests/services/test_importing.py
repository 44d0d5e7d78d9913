from __future__ import annotations

import pytest
import pytest_asyncio

from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.services.importing import Tally, import_batch
from clew.services.inboxes import AddInbox, add_inbox
from tests.builders import an_id
from tests.fixtures.workplace import Shop


def a_mail(number: int, text: str = "Hello", sender: str = "anna@example.com") -> bytes:
    return (
        f"From: {sender}\nSubject: Letter\nMessage-ID: <{number}@x>\n"
        f"Date: Mon, 4 Mar 2019 10:00:00 +0000\n\n{text}\n"
    ).encode()


@pytest_asyncio.fixture
async def inbox_id(each_shop: Shop) -> InboxId:
    command = AddInbox(
        channel="email",
        name="Help",
        team_id=each_shop.team.id,
        settings={"address": "help@shop.example", "smtp_host": "smtp.example.com"},
        secrets={},
    )
    made = await add_inbox(command, asker=each_shop.admin, deps=each_shop.deps)
    return InboxId(made.id)


async def test_history_is_there_at_its_own_time_and_owes_nothing(
    each_shop: Shop, inbox_id: InboxId
) -> None:
    tally = await import_batch([a_mail(1), a_mail(2)], inbox_id, each_shop.deps)

    assert tally == Tally(added=2)
    case = await each_shop.case()
    assert (case.status, case.next_move) == ("resolved", None)
    assert case.last_message is not None
    assert case.last_message.at.year == 2019
    assert await each_shop.violations() == {}


async def test_what_is_here_is_not_brought_in_again(each_shop: Shop, inbox_id: InboxId) -> None:
    """An import that was cut off is simply run once more; two mails may bear one name."""
    batch = [a_mail(1), a_mail(1), a_mail(1, "Another"), a_mail(2)]
    await import_batch(batch[:1], inbox_id, each_shop.deps)

    assert await import_batch(batch, inbox_id, each_shop.deps) == Tally(added=2, known=2)
    assert await import_batch(batch, inbox_id, each_shop.deps) == Tally(known=4)
    counts = await each_shop.deps.store.intake.counts()
    assert (counts.done, counts.pending) == (3, 0)


async def test_what_nobody_wrote_to_us_is_left_out(each_shop: Shop, inbox_id: InboxId) -> None:
    mails = [b"no mail", a_mail(1, sender="help@shop.example")]

    assert await import_batch(mails, inbox_id, each_shop.deps) == Tally(left_out=2)
    assert (Tally(1, 2, 3) + Tally(1, 1, 1)).total == 9


async def test_an_inbox_that_is_not_there_takes_nothing(each_shop: Shop) -> None:
    with pytest.raises(NotFound):
        await import_batch([a_mail(1)], InboxId(an_id(1)), each_shop.deps)

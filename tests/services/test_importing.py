from __future__ import annotations

from uuid import UUID

import pytest
import pytest_asyncio

from clew.domain.errors import NotFound
from clew.domain.ids import CaseId, ConversationId, InboxId
from clew.domain.people import Inbox
from clew.ports.store.searching import SearchQuery
from clew.ports.store.views import TimelinePage
from clew.services.importing import Tally, import_batch
from clew.services.inboxes import AddInbox, add_inbox
from clew.services.marks import list_stars, star
from clew.services.searching import search
from tests.builders import an_id
from tests.fixtures.workplace import Shop


def a_mail(
    number: int, text: str = "Hello", sender: str = "anna@example.com", year: int = 2019
) -> bytes:
    return (
        f"From: {sender}\nSubject: Letter\nMessage-ID: <{number}@x>\n"
        f"Date: 4 Mar {year} 10:00:00 +0000\n\n{text}\n"
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

    tally = await import_batch(mails, inbox_id, each_shop.deps)

    assert tally == Tally(left_out=2)
    assert tally.reasons == (
        (0, "this is no mail: it has no header"),
        (1, "from an address of ours"),
    )
    assert (Tally(1, 2, 3) + Tally(1, 1, 1)).total == 9


async def test_an_inbox_that_is_not_there_takes_nothing(each_shop: Shop) -> None:
    with pytest.raises(NotFound):
        await import_batch([a_mail(1)], InboxId(an_id(1)), each_shop.deps)


async def stretch(shop: Shop, **where: int) -> TimelinePage:
    """Read a part of the only conversation."""
    cases = await shop.cases()
    (conversation_id,) = {case.conversation_id for case in cases}
    async with shop.deps.store.read() as reader:
        return await reader.timeline(
            shop.admin.workspace_id, ConversationId(conversation_id), **where
        )


def years(page: TimelinePage) -> list[int]:
    return [item.at.year for item in page.items if item.kind == "message"]


async def test_history_stands_before_what_happened_here_by_its_own_time(
    each_shop: Shop, inbox_id: InboxId
) -> None:
    """Archives are brought in when people work here already, and not in the order of time."""
    await each_shop.deliver(a_mail(9, year=2026), inbox=await inbox(each_shop, inbox_id))
    await import_batch([a_mail(3, year=2017), a_mail(1, year=2015)], inbox_id, each_shop.deps)
    await import_batch([a_mail(2, year=2016)], inbox_id, each_shop.deps)

    whole = await stretch(each_shop)
    assert years(whole) == [2015, 2016, 2017, 2026]
    assert [item.seq for item in whole.items] == sorted(item.seq for item in whole.items)
    assert await each_shop.violations() == {}


async def test_history_is_read_page_by_page_in_both_directions(
    each_shop: Shop, inbox_id: InboxId
) -> None:
    await each_shop.deliver(a_mail(9, year=2026), inbox=await inbox(each_shop, inbox_id))
    mails = [a_mail(number, year=2010 + number) for number in range(7)]
    await import_batch(mails, inbox_id, each_shop.deps)
    whole = [item.id for item in (await stretch(each_shop)).items]

    back: list[str] = []
    page = await stretch(each_shop, limit=2)
    while page.items:
        back = [*(item.id for item in page.items), *back]
        page = await stretch(each_shop, limit=2, before=page.items[0].seq)
    forth: list[str] = []
    page = await stretch(each_shop, limit=2, after=-(2**53))
    while page.items:
        forth += [item.id for item in page.items]
        page = await stretch(each_shop, limit=2, after=page.items[-1].seq)

    assert back == forth == whole
    assert not (await stretch(each_shop, limit=50)).has_more_before


async def test_history_leaves_open_cases_alone_and_nobody_has_to_read_it(
    each_shop: Shop, inbox_id: InboxId
) -> None:
    await each_shop.deliver(a_mail(9, "Now", year=2026), inbox=await inbox(each_shop, inbox_id))
    before = await each_shop.case()

    await import_batch([a_mail(2, year=2016), a_mail(1, year=2015)], inbox_id, each_shop.deps)

    now, past = sorted(await each_shop.cases(), key=lambda case: case.status)
    assert now == before
    assert (past.status, past.unread, past.opened_at.year) == ("resolved", False, 2016)


async def test_a_history_that_is_searched_leads_to_its_place(
    each_shop: Shop, inbox_id: InboxId
) -> None:
    await import_batch([a_mail(1, "My kettle leaks")], inbox_id, each_shop.deps)
    while await each_shop.deps.store.index(100):
        pass

    asked = SearchQuery(workspace_id=each_shop.admin.workspace_id, text="kettle")
    found = await search(asked, asker=each_shop.admin, deps=each_shop.deps)

    (message,) = [one for one in (await stretch(each_shop)).items if one.kind == "message"]
    assert [hit.seq for hit in found.value.items] == [message.seq]


async def test_a_starred_message_of_an_archive_leads_to_its_place(
    each_shop: Shop, inbox_id: InboxId
) -> None:
    await import_batch([a_mail(2, year=2016), a_mail(1, year=2015)], inbox_id, each_shop.deps)
    message = (await stretch(each_shop)).items[-1]
    case = await each_shop.case()

    await star(CaseId(case.id), UUID(str(message.id)), asker=each_shop.admin, deps=each_shop.deps)

    (found,) = (await list_stars(asker=each_shop.admin, deps=each_shop.deps)).value
    assert (str(found.subject_id), found.seq) == (str(message.id), message.seq)
    assert message.seq < 0


async def inbox(shop: Shop, inbox_id: InboxId) -> Inbox:
    workplace = await shop.deps.directory.workplace(shop.admin.workspace_id)
    return workplace.inboxes[inbox_id]

"""Drafts: one's own only, the newest words, on every machine."""

from datetime import timedelta

import pytest

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import CaseId
from clew.services.asking import Asker
from clew.services.drafts import DraftView, KeepDraft, forget_draft, keep_draft, list_drafts
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def keep(
    shop: Shop, text: str, asker: Asker | None = None, *, ahead: timedelta = timedelta(0)
) -> DraftView:
    command = KeepDraft(
        case_id=CaseId((await shop.case()).id),
        mode="reply",
        content={"text": text},
        written_at=shop.clock.now() + ahead,
    )
    return await keep_draft(command, asker=asker or shop.admin, deps=shop.deps)


async def texts(shop: Shop, asker: Asker) -> list[object]:
    found = await list_drafts(asker=asker, deps=shop.deps)
    return [one.content["text"] for one in found.value]


async def test_words_are_there_on_another_machine_and_for_nobody_else(each_shop: Shop) -> None:
    await each_shop.write()
    ben = await each_shop.join("Ben")
    await keep(each_shop, "Hello Anna")
    await keep(each_shop, "Hello from Ben", ben)

    assert await texts(each_shop, each_shop.admin) == ["Hello Anna"]
    assert await texts(each_shop, ben) == ["Hello from Ben"]


async def test_who_saves_older_words_is_told_the_newer(shop: Shop) -> None:
    await shop.write()
    await keep(shop, "newer")

    stood = await keep(shop, "older", ahead=-timedelta(minutes=5))

    assert stood.content == {"text": "newer"}


async def test_a_fast_clock_does_not_win_for_ever(shop: Shop) -> None:
    await shop.write()
    await keep(shop, "from next year", ahead=timedelta(days=365))
    shop.clock.advance(timedelta(minutes=2))

    assert (await keep(shop, "from today")).content == {"text": "from today"}


async def test_a_draft_is_forgotten_once_it_is_sent(shop: Shop) -> None:
    await shop.write()
    await keep(shop, "Hello")
    case_id = CaseId((await shop.case()).id)

    for _ in range(2):
        await forget_draft(case_id, "reply", asker=shop.admin, deps=shop.deps)

    assert await texts(shop, shop.admin) == []


async def test_the_draft_of_what_was_sent_is_gone_and_the_next_one_stays(shop: Shop) -> None:
    """The answer may leave late, when the next one is begun already."""
    await shop.write()
    await keep(shop, " We will see ")
    await shop.answer("We will see")
    assert await texts(shop, shop.admin) == []

    await keep(shop, "And one more thing")
    await shop.answer("We have seen")

    assert await texts(shop, shop.admin) == ["And one more thing"]


async def test_what_is_no_draft_is_refused(shop: Shop) -> None:
    await shop.write()
    case_id = CaseId((await shop.case()).id)
    now = shop.clock.now()
    for mode, text, case in (
        ("poem", "", case_id),
        ("reply", "x" * 70_000, case_id),
        ("reply", "\0", case_id),
    ):
        command = KeepDraft(case_id=case, mode=mode, content={"text": text}, written_at=now)
        with pytest.raises(InvalidInput):
            await keep_draft(command, asker=shop.admin, deps=shop.deps)
    with pytest.raises(NotFound):
        await forget_draft(CaseId(an_id(9)), "reply", asker=shop.admin, deps=shop.deps)

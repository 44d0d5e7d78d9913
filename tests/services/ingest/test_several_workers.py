"""Several workers take in at once, on PostgreSQL: one conversation, one case, no word lost."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from clew.domain.errors import Conflict
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId
from clew.ports.store import InboundQuestion, StoreIsUnavailable
from clew.services.cases import resolve
from clew.services.ingest import ingest
from clew.storage import inbound
from tests.fixtures.shops import opened_shop
from tests.fixtures.workplace import ANNA, Shop
from tests.services.ingest.events import states


@pytest.fixture
async def postgres_shop(migrated_postgres_url: str, tmp_path: Any) -> AsyncIterator[Shop]:
    """A shop on PostgreSQL, where writers are not alone."""
    async with opened_shop(tmp_path, migrated_postgres_url) as made:
        yield made


async def test_two_workers_that_meet_a_contact_at_once_make_one_conversation(
    postgres_shop: Shop,
) -> None:
    shop = postgres_shop
    for round_number in range(10):
        phone = f"486010000{round_number:02}"
        names = [f"wamid.{round_number}.{n}" for n in range(8)]
        await shop.append(*(shop.incoming(name, name, phone=phone) for name in names))
        await asyncio.gather(*(drain(shop) for _ in range(4)))

    cases = await shop.cases()
    assert len(cases) == 10
    for case in cases:
        said = await shop.messages(case)
        assert len({item.text for item in said}) == len(said) == 8
    assert {state for state, _ in await states(shop)} == {"done"}
    assert await shop.violations() == {}


async def test_a_contact_whom_another_worker_made_while_we_looked_has_the_batch_begin_anew(
    postgres_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unlocked, two of us would change one case at once, and the later undo the earlier."""
    shop = postgres_shop
    look = inbound._find_identities
    await shop.append(shop.incoming("wamid.1", "Hello"))

    async def late(*args: Any) -> None:
        monkeypatch.setattr(inbound, "_find_identities", look)
        await drain(shop)
        await look(*args)

    question = InboundQuestion(
        workspace_id=shop.admin.workspace_id,
        addresses=frozenset({("whatsapp", f"+{ANNA}")}),
        provider_ids=frozenset(),
        message_ids=frozenset(),
        effect_keys=frozenset(),
    )
    monkeypatch.setattr(inbound, "_find_identities", late)
    with pytest.raises(Conflict):
        async with shop.deps.store.write() as tx:
            await tx.inbound_context(question)
    async with shop.deps.store.write() as tx:
        context = await tx.inbound_context(question)
        async with shop.deps.store.write() as other:
            free = await other.queued_cases(shop.admin.workspace_id, 10)

    assert len(context.cases) == 1
    assert free == []


async def drain(shop: Shop) -> None:
    """Take in events by twos until there are none that nobody else has."""
    while True:
        try:
            if not await ingest(shop.deps, 2):
                return
        except StoreIsUnavailable:  # two who wait for each other: tried again, as the worker does
            await asyncio.sleep(0)


async def test_of_a_message_and_an_end_at_once_the_message_wins(postgres_shop: Shop) -> None:
    """Whichever comes first: the contact waits for an answer in a case that is open."""
    shop = postgres_shop
    for round_number in range(10):
        phone = f"486020000{round_number:02}"
        await shop.write("Hello", phone=phone)
        case = (await shop.cases())[-1]
        await shop.tell("Done", case=case)
        shop.clock.advance(timedelta(seconds=1))
        await shop.append(shop.incoming(f"wamid.again.{round_number}", "Wait!", phone=phone))

        ended = asyncio.create_task(
            resolve(CaseId(case.id), Outcome.SOLVED, asker=shop.admin, deps=shop.deps)
        )
        taken = asyncio.create_task(drain(shop))
        await asyncio.gather(ended, taken, return_exceptions=True)
        await drain(shop)

        after = await shop.case(case.id)
        assert after.status == "open"
        assert after.answer is not None
    assert {state for state, _ in await states(shop)} == {"done"}
    assert await shop.violations() == {}

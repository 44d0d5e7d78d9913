from __future__ import annotations

from clew.demo.sample.player import digits, wakes_of
from clew.demo.sample.stories import BROKEN_CUP, REFUND
from tests.demo.sample.looking import look_into
from tests.fixtures.sample import NOW, MadeSample


async def test_the_past_has_its_own_times(made_sample: MadeSample) -> None:
    """A history in which everything happened today would show nothing of asynchronous work."""
    async with look_into(made_sample) as sample:
        items = await sample.timeline("Anna Kowalska")

    instants = [item.at for item in items]
    assert instants == sorted(instants)
    assert (NOW - instants[0]).days > 30
    assert instants[-1] < NOW


async def test_cases_wake_when_they_were_meant_to(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        items = await sample.timeline("Anna Kowalska")

    woken = [item for item in items if item.event == "case_woken"]
    assert [f"{item.at:%a %H:%M}" for item in woken] == ["Mon 07:00"]


async def test_quotes_files_and_notes_are_on_the_timeline(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        items = await sample.timeline("Kis Judit")

    messages = [item for item in items if item.kind == "message"]
    quoting = [item for item in messages if item.reply_to]
    files = [file for item in messages for file in item.attachments or []]
    assert len(quoting) == 2
    assert [file.state for file in files] == ["ready", "ready"]
    assert all(file.thumbnail_url for file in files)
    assert [item.kind for item in items].count("note") == 1


async def test_replies_carry_the_receipts_of_their_phones(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        deliveries = [
            item.delivery
            for name in ("Emma Clarke", "Иван Петров", "Екатерина Соколова")
            for item in await sample.timeline(name)
        ]

    states = [delivery.state for delivery in deliveries if delivery is not None]
    assert states == ["read", "read", "read", "delivered", "failed"]


async def test_whoever_hides_their_number_is_known_without_it(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        (case,) = await sample.cases("Grace Hughes")
        async with sample.deps.store.read() as reader:
            contact = await reader.contact(sample.shop.workspace_id, case.contact.id)  # type: ignore[arg-type]

    assert contact is not None
    assert [identity.kind for identity in contact.identities] == ["bsuid"]


def test_wakes_are_found_in_the_story() -> None:
    assert len(wakes_of(BROKEN_CUP)) == len(wakes_of(REFUND)) == 1
    assert digits("+36 20 555 0101") == "36205550101"

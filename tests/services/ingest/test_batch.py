"""A batch is one transaction; what cannot be taken in is set aside alone, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from clew.domain.errors import Conflict
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, TeamId
from clew.ports.channel import PHONE, Address, IncomingMessage, MessageKind, Sender
from clew.ports.store import InboundQuestion, IntakeState, StoreIsUnavailable
from clew.services.cases import resolve
from clew.services.ingest import batch, ingest
from clew.services.ingest.parsing import question_for
from clew.services.quarantine import list_quarantine, replay
from clew.storage import inbound
from tests.fixtures.workplace import ANNA, Shop, opened_shop, shop_in
from tests.reliability.provider import envelope


async def states(shop: Shop) -> list[tuple[str, str]]:
    """The state and reason of every event, the oldest first."""
    found = await shop.deps.store.intake.find(list(IntakeState), 1_000)
    return [(one.state.value, one.reason) for one in reversed(found)]


def poison(shop: Shop) -> None:
    """Let a message that says `poison` be one that no database takes: its conversation is gone."""
    real = shop.deps.channels["whatsapp"].parse

    def parse(raw: Any, config: Any) -> Any:
        if b"poison" not in raw.body:
            return real(raw, config)
        return (
            IncomingMessage(
                provider_id="wamid.poison",
                sender=Sender((Address(PHONE, "+48600"),)),
                sent_at="never",  # type: ignore[arg-type]
                kind=MessageKind.TEXT,
            ),
        )

    shop.plant(parse)


@pytest.mark.parametrize("place", [0, 3, 7])
async def test_one_poisonous_event_is_set_aside_and_all_others_have_their_effect(
    shop: Shop, place: int
) -> None:
    poison(shop)
    bodies = [shop.incoming(f"wamid.{n}", "Hello", phone=f"4860000000{n}") for n in range(8)]
    bodies[place] = shop.incoming("wamid.x", "poison")

    await shop.append(*bodies)
    taken = await ingest(shop.deps, 500)

    found = await states(shop)
    assert taken == 8
    assert [state for state, _ in found].count("quarantined") == 1
    assert found[place][0] == "quarantined"
    assert "TypeError" in found[place][1]
    assert len(await shop.cases()) == 7
    assert await shop.violations() == {}


async def test_what_is_unique_already_is_set_aside_alone(each_shop: Shop) -> None:
    """A fault that only the database sees is contained like any other."""
    await each_shop.write("Hello", name="wamid.1")
    real = question_for

    def forgetful(workspace_id: Any, said: Any) -> Any:
        return replace(real(workspace_id, said), provider_ids=frozenset())

    await each_shop.append(
        each_shop.incoming("wamid.2", "Before"),
        each_shop.incoming("wamid.1", "Hello"),
        each_shop.incoming("wamid.3", "After"),
    )
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(batch, "question_for", forgetful)
        await ingest(each_shop.deps, 500)

    assert [state for state, _ in await states(each_shop)] == [
        "done",
        "done",
        "quarantined",
        "done",
    ]
    assert [item.text for item in await each_shop.messages()] == ["Hello", "Before", "After"]
    assert await each_shop.violations() == {}


async def test_a_channel_that_fails_to_read_is_no_reason_to_lose_the_rest(shop: Shop) -> None:
    real = shop.deps.channels["whatsapp"].parse

    def parse(raw: Any, config: Any) -> Any:
        if b"crash" in raw.body:
            raise ZeroDivisionError("a fault in a channel")
        return real(raw, config)

    shop.plant(parse)
    await shop.deliver(
        shop.incoming("wamid.1", "one"),
        shop.incoming("wamid.2", "crash"),
        shop.incoming("wamid.3", "three"),
    )

    assert await states(shop) == [
        ("done", ""),
        ("quarantined", "ZeroDivisionError: a fault in a channel"),
        ("done", ""),
    ]
    assert [item.text for item in await shop.messages()] == ["one", "three"]
    assert await shop.violations() == {}


async def test_what_was_set_aside_has_its_effect_when_it_is_replayed(shop: Shop) -> None:
    """A parser's fault loses nothing: mend it, and try again."""
    sound = shop.deps
    shop.plant(lambda _raw, _config: 1 // 0)  # type: ignore[arg-type, return-value]
    await shop.write("Hello")
    snapshot = await list_quarantine(cursor=None, limit=10, asker=shop.admin, deps=shop.deps)
    (kept,) = snapshot.value.items

    shop.deps = sound
    await replay(kept.id, asker=shop.admin, deps=shop.deps)
    await ingest(shop.deps, 500)

    assert await states(shop) == [("done", "")]
    assert [item.text for item in await shop.messages()] == ["Hello"]
    assert await shop.violations() == {}


async def test_an_event_that_is_replayed_although_it_was_done_changes_nothing(shop: Shop) -> None:
    await shop.write("Hello")

    assert await shop.deps.store.intake.replay([1]) == 1
    await ingest(shop.deps, 500)

    assert len(await shop.messages()) == 1
    assert await states(shop) == [("done", "")]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"object": 3}', b"\xff\xfe"])
async def test_a_genuine_request_that_is_no_document_is_kept_in_quarantine(
    shop: Shop, body: bytes
) -> None:
    await shop.deliver(body, shop.incoming("wamid.1", "Hello"))

    broken, sound = await states(shop)
    assert broken[0] == "quarantined"
    assert broken[1] != ""
    assert sound == ("done", "")
    assert len(await shop.messages()) == 1
    assert await shop.violations() == {}


async def test_an_event_that_is_readable_in_part_has_the_effect_of_that_part(shop: Shop) -> None:
    good = {
        "from": ANNA,
        "id": "wamid.1",
        "timestamp": str(int(shop.clock.now().timestamp())),
        "type": "text",
        "text": {"body": "Hello"},
    }

    await shop.deliver(envelope({"messages": [good, {"type": "text"}]}))

    ((state, reason),) = await states(shop)
    assert (state, reason) == ("quarantined", "the message has no id")
    assert [item.text for item in await shop.messages()] == ["Hello"]
    assert await shop.violations() == {}


async def test_what_is_for_another_number_is_ignored_and_says_why(shop: Shop) -> None:
    body = shop.incoming("wamid.1", "Hello").replace(b"106540352242922", b"999999999999999")

    await shop.deliver(body)

    assert await states(shop) == [("ignored", "other_inbox")]
    assert await shop.cases() == []
    assert await shop.violations() == {}


async def test_a_batch_takes_no_more_than_it_is_asked_to(shop: Shop) -> None:
    await shop.append(*(shop.incoming(f"wamid.{n}", "Hello") for n in range(5)))

    taken = [await ingest(shop.deps, 2) for _ in range(4)]

    assert taken == [2, 2, 1, 0]
    assert len(await shop.messages()) == 5


async def test_workspaces_share_a_batch_and_nothing_else(each_shop: Shop) -> None:
    other = await shop_in(each_shop.deps, each_shop.clock, "Another shop")

    await each_shop.append(each_shop.incoming("wamid.1", "To the first"))
    await other.append(other.incoming("wamid.1", "To the second"))
    await ingest(each_shop.deps, 500)

    assert [item.text for item in await each_shop.messages()] == ["To the first"]
    assert [item.text for item in await other.messages()] == ["To the second"]
    assert (await each_shop.case()).contact.id != (await other.case()).contact.id
    assert await each_shop.violations() == {}


async def test_a_database_that_is_away_sets_nothing_aside(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shop.append(shop.incoming("wamid.1", "Hello"))

    async def away(*_: object) -> None:
        raise StoreIsUnavailable("gone")

    with monkeypatch.context() as patched:
        patched.setattr(batch, "_take_in", away)
        with pytest.raises(StoreIsUnavailable):
            await ingest(shop.deps, 500)

    assert await states(shop) == [("pending", "")]
    assert await ingest(shop.deps, 500) == 1


async def test_the_event_of_another_worker_is_not_blamed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While we learn that an event fails, another worker may have it; ours to judge is none."""
    await shop.append(shop.incoming("wamid.1", "Hello"), shop.incoming("wamid.2", "World"))
    events = await shop.deps.store.intake.find([IntakeState.PENDING], 10)

    await batch._set_aside(events[0], ValueError("broken"), shop.deps)  # the newer of the two

    assert [state for state, _ in await states(shop)] == ["pending", "pending"]


async def test_a_team_that_another_process_has_just_added_is_known(shop: Shop) -> None:
    """A directory that is seconds old must not send a contact's words to quarantine."""
    await shop.write("Hello")
    new = replace(shop.team, id=TeamId(shop.deps.ids.new()), name="New")
    async with shop.deps.store.write() as tx:  # behind the back of the directory
        await tx.people.save_team(new)
        await tx.people.save_inbox(replace(shop.inbox, team_id=new.id), None)
    shop.deps.directory._inboxes.clear()

    await shop.write("Hi", phone="48605555555")

    assert {case.team.name for case in await shop.cases()} == {"Support", "New"}
    assert [state for state, _ in await states(shop)] == ["done", "done"]


async def test_the_inbox_shows_when_it_last_received_something(shop: Shop) -> None:
    await shop.write("Hello")

    async with shop.deps.store.read() as reader:
        (inbox,) = await reader.people.inboxes(shop.admin.workspace_id)
    assert inbox.last_received_at == shop.clock.now()


# --- several workers


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

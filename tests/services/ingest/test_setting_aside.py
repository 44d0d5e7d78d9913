"""What cannot be taken in is set aside alone and can be replayed; all else has its effect."""

from dataclasses import replace
from typing import Any

import pytest

from clew.ports.channel import PHONE, Address, IncomingMessage, MessageKind, Sender
from clew.services.ingest import batch, ingest
from clew.services.ingest.parsing import question_for
from clew.services.quarantine import list_quarantine, replay
from tests.fixtures.workplace import ANNA, Shop
from tests.reliability.provider import envelope
from tests.services.ingest.events import states


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
        ("quarantined", "the program failed to read it: ZeroDivisionError: a fault in a channel"),
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

"""Who wrote is found out, and in which case it goes on; nobody slips into another's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from clew.domain.ids import CaseId, ConversationId
from clew.ports.channel import (
    Address,
    IncomingMessage,
    MessageKind,
    Proof,
    References,
    Sender,
)
from clew.ports.store.views import CaseView, TimelineItem
from tests.fixtures.workplace import Shop

A_DAY = timedelta(days=1)
Speak = Callable[..., object]


def sender(address: str, proof: Proof = Proof.PROVIDER, name: str = "") -> Sender:
    return Sender(
        (Address("email", address),), name or address.partition("@")[0].title(), "", proof
    )


ANA = sender("ana@example.org")
EVE = sender("eve@example.net")


async def hear(
    shop: Shop, who: Sender, text: str, *, parties: tuple[str, ...] = (), **more: object
) -> None:
    """Let somebody write in a channel whose senders make the names of their messages."""
    base = IncomingMessage(
        f"<{text}>", who, shop.clock.now(), MessageKind.TEXT, text, {"parties": list(parties)}
    )
    item = replace(base, **more)  # type: ignore[arg-type]
    shop.plant(lambda _raw, _config: (item,))
    await shop.deliver(b"raw")


async def said(shop: Shop, case: CaseView) -> list[TimelineItem]:
    """Return the messages of a case."""
    async with shop.deps.store.read() as reader:
        page = await reader.timeline(shop.admin.workspace_id, ConversationId(case.conversation_id))
    return [one for one in page.items if one.kind == "message" and one.case_id == case.id]


def signed(case: CaseView) -> References:
    return References(cases=(case.id,))


async def test_an_answer_goes_on_with_the_case_of_any_message_it_names(shop: Shop) -> None:
    await hear(shop, ANA, "one")
    first = await shop.case()
    answered = await shop.tell("We will see")

    await hear(shop, ANA, "two", references=References(messages=(answered, UUID(int=5))))
    await hear(shop, ANA, "three", references=References(provider_ids=("<none>", "<one>")))

    assert [one.text for one in await said(shop, first)] == ["one", "We will see", "two", "three"]
    assert await shop.violations() == {}


async def test_a_stranger_with_a_signed_reference_joins_under_their_own_name(
    each_shop: Shop,
) -> None:
    """A mail is forwarded to a friend, who answers it: it belongs there, but it is not hers."""
    await hear(each_shop, ANA, "one")
    case = await each_shop.case()

    await hear(each_shop, EVE, "two", references=signed(case))

    items = await said(each_shop, case)
    assert [one.text for one in items] == ["one", "two"]
    assert items[1].author is not None
    assert items[1].author.name == "Eve"
    assert items[1].content is not None
    assert items[1].content["is_guest"] is True
    assert await each_shop.violations() == {}


@pytest.mark.parametrize("parties", [("ana@example.org", "eve@example.net"), ("ana@example.org",)])
async def test_who_only_knows_the_name_of_a_message_must_have_been_party_to_it(
    shop: Shop, parties: tuple[str, ...]
) -> None:
    await hear(shop, ANA, "one", parties=parties)
    case = await shop.case()

    await hear(shop, EVE, "two", references=References(provider_ids=("<one>",)))

    was_party = "eve@example.net" in parties
    assert len(await said(shop, case)) == 1 + was_party
    assert len(await shop.cases()) == 2 - was_party


async def test_a_forged_sender_is_kept_apart_whatever_it_brings_along(each_shop: Shop) -> None:
    await hear(each_shop, ANA, "one")
    case = await each_shop.case()
    forged = sender("ana@example.org", Proof.FORGED, name="Ana, honestly")

    await hear(each_shop, forged, "two", references=signed(case))
    await hear(each_shop, forged, "three")

    real, fake = await each_shop.cases()
    assert [one.text for one in await said(each_shop, real)] == ["one"]
    assert fake.contact.id != real.contact.id
    assert fake.contact.name == "ana@example.org"
    assert [one.text for one in await said(each_shop, fake)] == ["two", "three"]
    assert await each_shop.violations() == {}


async def test_an_address_once_proved_is_not_taken_on_trust(shop: Shop) -> None:
    await hear(shop, ANA, "one")
    case = await shop.case()
    silent = replace(ANA, proof=Proof.NONE)

    await hear(shop, silent, "two", references=signed(case))
    await hear(shop, silent, "three")

    assert [one.text for one in await said(shop, case)] == ["one", "two"]
    assert len(await shop.cases()) == 2


async def test_an_address_that_nobody_vouches_for_is_one_contact_until_somebody_does(
    shop: Shop,
) -> None:
    silent = replace(ANA, proof=Proof.NONE)
    await hear(shop, silent, "one")
    await hear(shop, silent, "two")
    await hear(shop, ANA, "three")
    await hear(shop, silent, "four")

    mine, apart = await shop.cases()
    assert [one.text for one in await said(shop, mine)] == ["one", "two", "three"]
    assert [one.text for one in await said(shop, apart)] == ["four"]


async def test_what_a_colleague_forwards_is_from_who_wrote_it(shop: Shop) -> None:
    ben = await shop.join("Ben")
    colleague = sender(ben.agent.email)

    await hear(shop, colleague, "look", original=EVE)

    assert (await shop.case()).contact.name == "Eve"


async def test_others_cannot_put_words_into_somebodys_mouth_by_forwarding(shop: Shop) -> None:
    await hear(shop, ANA, "look", original=EVE)

    assert (await shop.case()).contact.name == "Ana"


async def test_a_machine_opens_no_turn_and_wakes_nothing(each_shop: Shop) -> None:
    await hear(each_shop, ANA, "one")
    await each_shop.tell("Solved")
    await each_shop.end()
    before = await each_shop.case()

    await hear(each_shop, ANA, "out of office", is_automatic=True)

    after = await each_shop.case()
    assert (after.status, after.next_move, after.answer) == (before.status, None, None)
    assert [one.text for one in await said(each_shop, after)][-1] == "out of office"
    assert await each_shop.violations() == {}


async def test_a_machine_that_nobody_knows_leaves_a_case_that_asks_for_nothing(
    each_shop: Shop,
) -> None:
    await hear(each_shop, ANA, "our newsletter", is_automatic=True, subject="News")

    case = await each_shop.case()
    assert (case.status, case.next_move, case.subject) == ("resolved", None, "News")
    assert await each_shop.violations() == {}


async def test_history_stands_at_its_own_time_and_owes_nothing(each_shop: Shop) -> None:
    past = each_shop.clock.now() - 400 * A_DAY

    await hear(each_shop, ANA, "years ago", is_history=True, sent_at=past)
    case = await each_shop.case()
    await hear(each_shop, ANA, "today")

    (old,) = await said(each_shop, case)
    assert (case.status, old.at) == ("resolved", past)
    assert await each_shop.violations() == {}


async def test_two_messages_may_bear_one_name(shop: Shop) -> None:
    """Some programs number their mails from one, each day."""
    await hear(shop, ANA, "one", provider_id="<1>", fingerprint="a")
    await hear(shop, ANA, "two", provider_id="<1>", fingerprint="b")
    await hear(shop, ANA, "one", provider_id="<1>", fingerprint="a")
    await hear(shop, ANA, "two", provider_id="<1>", fingerprint="b")

    assert [one.text for one in await said(shop, await shop.case())] == ["one", "two"]


async def test_the_case_of_a_first_message_is_called_by_its_subject(shop: Shop) -> None:
    await hear(shop, ANA, "one", subject="A broken kettle")

    assert (await shop.case()).subject == "A broken kettle"


async def test_a_guest_does_not_reopen_what_ended_long_ago(shop: Shop) -> None:
    await hear(shop, ANA, "one")
    case = await shop.case()
    await shop.tell("Solved")
    await shop.end()
    shop.clock.advance(400 * A_DAY)

    await hear(shop, EVE, "two", references=References(cases=(CaseId(case.id),)))

    assert (await shop.cases())[1].contact.name == "Eve"

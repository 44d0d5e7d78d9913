"""The addresses of a sender lead to one contact, whose name we learn when we can."""

from uuid import UUID

import pytest

from clew.domain.ids import ContactId
from clew.ports.channel import PHONE, Address
from clew.ports.store.contact_views import ContactView
from clew.services.ingest.recognising import NAME_MAX_CHARS, display
from tests.fixtures.workplace import ANNA, Shop
from tests.reliability.provider import envelope

ANNAS_ID = "PL.13491208655302741918"
ANNAS_PARENT = "PL.ENT.11815799212886844830"


async def say(shop: Shop, text: str = "Hello", *, profile: str = "", **addresses: str) -> None:
    """Let somebody write who has only these addresses."""
    message = {
        "id": f"wamid.{shop.numbers.getrandbits(64):x}",
        "timestamp": str(int(shop.clock.now().timestamp())),
        "type": "text",
        "text": {"body": text},
        **addresses,
    }
    value: dict[str, object] = {"messages": [message]}
    if profile:
        value["contacts"] = [{"profile": {"name": profile}}]
    await shop.deliver(envelope(value))


async def contact(shop: Shop, contact_id: UUID | None = None) -> ContactView:
    """The contact of the only case, or another one."""
    which = ContactId(contact_id or (await shop.case()).contact.id)
    async with shop.deps.store.read() as reader:
        found = await reader.contact(shop.admin.workspace_id, which)
    assert found is not None
    return found


async def addresses(shop: Shop) -> set[str]:
    """Every address of the only contact."""
    return {identity.address for identity in (await contact(shop)).identities}


async def default_address(shop: Shop) -> str:
    """The address that an answer goes to."""
    delivery = await shop.delivery(await shop.answer())
    identities = (await contact(shop)).identities
    return next(one.address for one in identities if one.id == delivery.identity_id)


async def test_someone_without_a_telephone_number_is_a_contact_like_any_other(
    each_shop: Shop,
) -> None:
    await say(each_shop, from_user_id=ANNAS_ID)
    await say(each_shop, "Are you there?", from_user_id=ANNAS_ID)

    case = await each_shop.case()
    assert case.contact.name == ANNAS_ID
    assert len(await each_shop.messages()) == 2
    assert await default_address(each_shop) == ANNAS_ID
    assert await each_shop.violations() == {}


async def test_all_addresses_of_a_sender_belong_to_one_contact(each_shop: Shop) -> None:
    await say(each_shop, **{"from": ANNA}, from_user_id=ANNAS_ID, from_parent_user_id=ANNAS_PARENT)
    await say(each_shop, **{"from": ANNA})
    await say(each_shop, from_user_id=ANNAS_ID)
    await say(each_shop, from_parent_user_id=ANNAS_PARENT)

    assert await addresses(each_shop) == {f"+{ANNA}", ANNAS_ID, ANNAS_PARENT}
    assert len(await each_shop.messages()) == 4
    assert await each_shop.violations() == {}


async def test_an_address_that_comes_with_a_known_one_joins_its_contact(shop: Shop) -> None:
    await say(shop, **{"from": ANNA})
    shop.clock.advance(shop.deps.limits.undo)

    await say(shop, **{"from": ANNA}, from_user_id=ANNAS_ID)
    await say(shop, "By the new one", from_user_id=ANNAS_ID)

    assert await addresses(shop) == {f"+{ANNA}", ANNAS_ID}
    assert (await shop.messages())[-1].text == "By the new one"
    assert await shop.violations() == {}


async def test_an_address_that_joins_within_a_batch_is_known_to_the_rest_of_it(
    shop: Shop,
) -> None:
    at = str(int(shop.clock.now().timestamp()))
    body = {"timestamp": at, "type": "text", "text": {"body": "Hello"}}
    both = {"id": "wamid.1", "from": ANNA, "from_user_id": ANNAS_ID, **body}
    one = {"id": "wamid.2", "from_user_id": ANNAS_ID, **body}

    await shop.deliver(envelope({"messages": [both]}), envelope({"messages": [one]}))

    assert len(await shop.messages()) == 2
    assert await shop.violations() == {}


async def test_the_address_that_the_provider_names_first_is_answered(shop: Shop) -> None:
    """A telephone number can be sent anything; an id of the provider not everything."""
    await say(shop, **{"from": ANNA}, from_user_id=ANNAS_ID, from_parent_user_id=ANNAS_PARENT)

    assert await default_address(shop) == f"+{ANNA}"


async def test_another_spelling_of_a_number_is_the_same_person_and_is_answered_as_spelt(
    shop: Shop,
) -> None:
    await say(shop, **{"from": "5511987654321"})
    shop.clock.advance(shop.deps.limits.undo)
    await say(shop, **{"from": "551187654321"})

    assert await addresses(shop) == {"+5511987654321", "+551187654321"}
    assert len(await shop.messages()) == 2
    assert await default_address(shop) == "+551187654321"
    assert await shop.violations() == {}


async def test_a_name_takes_the_place_of_a_number(each_shop: Shop) -> None:
    await say(each_shop, **{"from": ANNA})
    nameless = (await each_shop.case()).contact.name

    await each_shop.write("It is me")

    assert (nameless, (await each_shop.case()).contact.name) == (
        "+48 601 234 567",
        "Anna Kowalska",
    )
    author = (await each_shop.messages())[-1].author
    assert author is not None
    assert author.name == "Anna Kowalska"
    assert await each_shop.violations() == {}


async def test_a_name_is_learnt_once_however_often_a_batch_says_it(shop: Shop) -> None:
    await say(shop, **{"from": ANNA})
    before = await shop.case()

    await shop.deliver(*(shop.incoming(f"wamid.{n}", "Hello") for n in range(3)))

    async with shop.deps.store.read() as reader:
        seq = await reader.seq(shop.admin.workspace_id)
    assert seq - before.v == 4  # three messages and one name
    assert await shop.violations() == {}


async def test_a_name_that_we_have_is_not_replaced_by_another(shop: Shop) -> None:
    """An agent may have corrected it, and a profile can say anything."""
    await shop.write("Hello")

    await shop.write("Hello again", called="xXx Annie xXx")

    assert (await shop.case()).contact.name == "Anna Kowalska"


async def test_a_name_is_kept_to_a_length_that_lists_can_show(shop: Shop) -> None:
    await shop.write("Hello", called="A" * 10_000)

    assert (await shop.case()).contact.name == "A" * NAME_MAX_CHARS


async def test_a_contact_is_known_by_every_inbox_of_a_channel(shop: Shop) -> None:
    second = await shop.second_inbox(number="999")
    await shop.write("To the first number")

    body = shop.incoming("wamid.2", "To the second").replace(b"106540352242922", b"999")
    await shop.deliver(body, inbox=second)

    said = await shop.messages()
    assert [item.inbox_id for item in said] == [shop.inbox.id, second.id]
    assert {item.case_id for item in said} == {(await shop.case()).id}
    assert await shop.violations() == {}


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (Address(PHONE, "+48601234567"), "+48 601 234 567"),
        (Address(PHONE, "+999123"), "+999123"),
        (Address("bsuid", ANNAS_ID), ANNAS_ID),
    ],
)
def test_an_address_is_shown_as_people_read_it(address: Address, shown: str) -> None:
    assert display(address) == shown


async def test_who_calls_themselves_by_a_number_is_called_by_one_that_can_be_read(
    shop: Shop,
) -> None:
    await shop.write("Hello", called="+447700900400")

    assert (await shop.case()).contact.name == "+44 7700 900400"

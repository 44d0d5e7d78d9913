from datetime import timedelta

import pytest

from clew.channels.whatsapp.senders import BSUID
from clew.ports.channel import (
    PHONE,
    Address,
    ChatOpened,
    IdentityChanged,
    Ignored,
    IncomingDeletion,
    IncomingEdit,
    IncomingMessage,
    IncomingReaction,
    MessageKind,
    Unreadable,
    dedupe_key,
)
from tests.channels.whatsapp.webhooks import (
    JUDITS_ID,
    JUDITS_PHONE,
    NOON,
    NOON_SECONDS,
    a_message,
    parsed_one,
    with_messages,
)


def message_from(**changes: object) -> IncomingMessage:
    item = parsed_one(with_messages(a_message(**changes)))
    assert isinstance(item, IncomingMessage)
    return item


def test_a_text_says_who_what_and_when() -> None:
    message = message_from()

    assert message.provider_id == "wamid.JUDIT1"
    assert message.sender.addresses == (Address(PHONE, JUDITS_PHONE), Address(BSUID, JUDITS_ID))
    assert (message.sent_at, message.text) == (NOON, "Is my parcel on its way?")


def test_the_time_is_the_providers_and_in_seconds() -> None:
    an_hour_ago = str(int(NOON_SECONDS) - 3_600)

    assert message_from(timestamp=an_hour_ago).sent_at == NOON - timedelta(hours=1)
    assert message_from(timestamp=an_hour_ago + "000").sent_at == NOON - timedelta(hours=1)


def test_a_quoted_message_is_named() -> None:
    message = message_from(context={"from": "3615550100", "id": "wamid.OURS1"})

    assert message.reply_to_provider_id == "wamid.OURS1"


@pytest.mark.parametrize("how", ["forwarded", "frequently_forwarded"])
def test_a_forwarded_message_is_marked(how: str) -> None:
    message = message_from(context={how: True})

    assert message.forwarded
    assert message.reply_to_provider_id is None


def test_the_advertisement_that_led_here_is_kept() -> None:
    advertisement = {"source_type": "ad", "source_id": "77", "headline": "Mugs"}

    assert message_from(referral=advertisement).referral == advertisement


def test_the_product_that_was_asked_about_is_kept() -> None:
    product = {"catalog_id": "c1", "product_retailer_id": "mug-1"}

    assert message_from(context={"referred_product": product}).referral == {"product": product}


def test_a_reaction_names_its_message() -> None:
    reaction = {"message_id": "wamid.OURS1", "emoji": "\N{HEAVY BLACK HEART}"}

    item = parsed_one(with_messages(a_message("reaction", reaction=reaction)))

    assert isinstance(item, IncomingReaction)
    assert (item.target_provider_id, item.emoji) == ("wamid.OURS1", "\N{HEAVY BLACK HEART}")


@pytest.mark.parametrize("reaction", [{"message_id": "w"}, {"message_id": "w", "emoji": ""}])
def test_a_reaction_without_an_emoji_takes_it_back(reaction: dict[str, str]) -> None:
    item = parsed_one(with_messages(a_message("reaction", reaction=reaction)))

    assert isinstance(item, IncomingReaction)
    assert item.emoji is None


def test_an_edit_brings_the_new_words() -> None:
    edit = {
        "original_message_id": "wamid.JUDIT0",
        "message": {"type": "text", "text": {"body": "Is it here?"}},
    }

    item = parsed_one(with_messages(a_message("edit", edit=edit)))

    assert isinstance(item, IncomingEdit)
    assert (item.target_provider_id, item.text) == ("wamid.JUDIT0", "Is it here?")


def test_a_deletion_names_its_message() -> None:
    revoke = {"original_message_id": "wamid.JUDIT0"}

    item = parsed_one(with_messages(a_message("revoke", revoke=revoke)))

    assert isinstance(item, IncomingDeletion)
    assert item.target_provider_id == "wamid.JUDIT0"


@pytest.mark.parametrize("kind", ["reaction", "edit", "revoke"])
def test_what_is_about_a_message_that_is_not_named_is_unreadable(kind: str) -> None:
    assert isinstance(parsed_one(with_messages(a_message(kind))), Unreadable)


def test_a_new_number_is_a_change_of_identity() -> None:
    system = {"type": "user_changed_number", "wa_id": "36205550999", "user_id": "HU.new"}

    item = parsed_one(with_messages(a_message("system", system=system)))

    assert isinstance(item, IdentityChanged)
    assert item.old == (Address(PHONE, JUDITS_PHONE), Address(BSUID, JUDITS_ID))
    assert item.new == (Address(PHONE, "+36205550999"), Address(BSUID, "HU.new"))


def test_the_entry_about_the_new_number_does_not_pass_for_the_old_one() -> None:
    system = {"type": "user_changed_number", "wa_id": "36205550999", "user_id": "HU.new"}
    message = a_message("system", system=system, from_user_id=None)
    new_entry = {"profile": {"name": "Judit"}, "user_id": "HU.new"}

    item = parsed_one(with_messages(message, contacts=[new_entry]))

    assert isinstance(item, IdentityChanged)
    assert item.old == (Address(PHONE, JUDITS_PHONE),)


@pytest.mark.parametrize(
    "system", [{}, {"type": "customer_identity_changed"}, {"type": "user_changed_number"}]
)
def test_other_system_messages_change_nothing(system: dict[str, str]) -> None:
    assert isinstance(parsed_one(with_messages(a_message("system", system=system))), Ignored)


def test_opening_the_chat_is_no_message() -> None:
    """Nothing was said, so no answer is owed."""
    item = parsed_one(with_messages(a_message("request_welcome")))

    assert isinstance(item, ChatOpened)


def test_a_message_of_a_group_is_set_aside() -> None:
    assert isinstance(parsed_one(with_messages(a_message(group_id="g1"))), Unreadable)


@pytest.mark.parametrize(
    "message", [a_message(id=None), a_message(**{"from": None, "from_user_id": None})]
)
def test_a_message_without_id_or_sender_is_unreadable(message: dict[str, object]) -> None:
    assert isinstance(parsed_one(with_messages(message, contacts=())), Unreadable)


def test_a_type_that_did_not_exist_yet_still_shows_that_somebody_wrote() -> None:
    assert message_from(type="hologram").kind is MessageKind.UNSUPPORTED


def test_the_same_message_has_the_same_key_in_any_batch() -> None:
    alone = parsed_one(with_messages(a_message()))
    later = message_from(context={"forwarded": True})

    assert dedupe_key(alone) == dedupe_key(later) == "wamid.JUDIT1"

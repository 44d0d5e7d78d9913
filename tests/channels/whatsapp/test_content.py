import base64
import hashlib
from typing import Any

import pytest

from clew.channels.whatsapp.content import content_of, sha256_hex
from clew.ports.channel import MediaFamily, MediaRef, MessageKind
from tests.channels.whatsapp.webhooks import a_message

DIGEST = hashlib.sha256(b"a picture")


def media(kind: str, **members: Any) -> dict[str, Any]:
    part = {
        "id": "7001",
        "mime_type": f"{kind}/x",
        "sha256": base64.b64encode(DIGEST.digest()).decode(),
    }
    return a_message(kind, **{kind: part | members})


def test_a_text_is_its_words() -> None:
    content = content_of(a_message())

    assert (content.kind, content.text) == (MessageKind.TEXT, "Is my parcel on its way?")


@pytest.mark.parametrize("kind", ["image", "video", "audio", "document", "sticker"])
def test_a_file_is_a_reference_to_be_fetched(kind: str) -> None:
    content = content_of(media(kind))

    assert content.kind is MessageKind.MEDIA
    assert content.media == (
        MediaRef("7001", MediaFamily(kind), f"{kind}/x", sha256=DIGEST.hexdigest()),
    )


def test_a_document_has_its_name_and_its_caption() -> None:
    content = content_of(media("document", filename="Számla.pdf", caption="the bill"))

    assert (content.text, content.media[0].name) == ("the bill", "Számla.pdf")


def test_a_voice_message_is_told_from_a_sound_file() -> None:
    voice = content_of(media("audio", voice=True)).media[0]
    sound = content_of(media("audio")).media[0]

    assert (voice.voice, sound.voice) == (True, False)


def test_a_file_without_an_id_leaves_its_caption() -> None:
    content = content_of(a_message("image", image={"caption": "look"}))

    assert (content.kind, content.text) == (MessageKind.UNSUPPORTED, "look")


def test_a_location_has_coordinates_and_what_was_said_of_it() -> None:
    place = {"latitude": 47.5, "longitude": "19.04", "name": "The office", "address": ""}

    content = content_of(a_message("location", location=place))

    assert content.kind is MessageKind.LOCATION
    assert content.content == {
        "type": "location",
        "latitude": 47.5,
        "longitude": 19.04,
        "name": "The office",
    }


def test_a_location_without_coordinates_is_a_placeholder() -> None:
    content = content_of(a_message("location", location={"name": "Somewhere"}))

    assert (content.kind, content.text) == (MessageKind.UNSUPPORTED, "Somewhere")


def test_contact_cards_have_what_can_be_called_or_written_to() -> None:
    card = {
        "name": {"formatted_name": "Vera Nagy", "first_name": "Vera"},
        "phones": [{"phone": "+36 20 555 0333", "wa_id": "36205550333", "type": "WORK"}, {}],
        "emails": [{"email": "vera@example.org"}],
        "org": {"company": "Nagy and Daughters"},
    }

    content = content_of(a_message("contacts", contacts=[card]))

    assert content.content == {
        "type": "contacts",
        "contacts": [
            {
                "name": "Vera Nagy",
                "phones": [{"phone": "+36 20 555 0333", "label": "WORK"}],
                "emails": ["vera@example.org"],
                "organisation": "Nagy and Daughters",
            }
        ],
    }


@pytest.mark.parametrize("kind", ["button_reply", "list_reply"])
def test_a_choice_says_its_title_and_brings_its_id_back(kind: str) -> None:
    chosen = {"type": kind, kind: {"id": "yes", "title": "Yes, please"}}

    content = content_of(a_message("interactive", interactive=chosen))

    assert content.text == "Yes, please"
    assert content.content == {
        "type": "interactive",
        "kind": kind,
        "id": "yes",
        "title": "Yes, please",
    }


def test_the_answers_of_a_form_are_unpacked() -> None:
    filled = {"name": "flow", "body": "Sent", "response_json": '{"size": "M", "gift": true}'}

    content = content_of(
        a_message("interactive", interactive={"type": "nfm_reply", "nfm_reply": filled})
    )

    assert content.content is not None
    assert content.content["answers"] == {"size": "M", "gift": True}
    assert content.content["kind"] == "form"


def test_answers_that_cannot_be_unpacked_are_shown_as_they_came() -> None:
    filled = {"name": "flow", "body": "Sent", "response_json": "size M"}

    content = content_of(
        a_message("interactive", interactive={"type": "nfm_reply", "nfm_reply": filled})
    )

    assert content.text == "size M"


def test_an_unknown_interaction_keeps_its_data() -> None:
    answer = {"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}}

    content = content_of(a_message("interactive", interactive=answer))

    assert content.content == {
        "type": "interactive",
        "kind": "other",
        "id": "call_permission_reply",
        "answers": {"response": "accept"},
    }


def test_a_tap_on_a_templates_button_is_a_choice() -> None:
    content = content_of(a_message("button", button={"payload": "STOP", "text": "No thanks"}))

    assert content.text == "No thanks"
    assert content.content is not None
    assert (content.content["kind"], content.content["id"]) == ("template_button", "STOP")


def test_an_order_lists_its_items() -> None:
    item = {"product_retailer_id": "mug-1", "quantity": 2, "item_price": 4.5, "currency": "EUR"}
    order = {"catalog_id": "c1", "text": "as a gift", "product_items": [item]}

    content = content_of(a_message("order", order=order))

    assert (content.kind, content.text) == (MessageKind.ORDER, "as a gift")
    assert content.content == {
        "type": "order",
        "items": [{"product_id": "mug-1", "quantity": 2, "price": 4.5, "currency": "EUR"}],
        "catalog_id": "c1",
    }


def test_what_the_provider_cannot_pass_on_is_a_placeholder_with_its_reason() -> None:
    error = {"code": 131051, "title": "Unsupported message type"}

    content = content_of(a_message("unsupported", errors=[error]))

    assert content.kind is MessageKind.UNSUPPORTED
    assert content.content == {
        "type": "unsupported",
        "code": "131051",
        "reason": "Unsupported message type",
    }


@pytest.mark.parametrize("kind", ["hologram", "", None])
def test_a_type_that_did_not_exist_yet_is_a_placeholder(kind: str | None) -> None:
    content = content_of({"type": kind})

    assert content.kind is MessageKind.UNSUPPORTED


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (DIGEST.hexdigest().upper(), DIGEST.hexdigest()),
        (base64.b64encode(DIGEST.digest()).decode(), DIGEST.hexdigest()),
        ("", None),
        ("c2hvcnQ=", None),
        ("no digest at all", None),
        ("é", None),
    ],
)
def test_a_digest_is_read_in_hex_and_in_base64(given: str, wanted: str | None) -> None:
    assert sha256_hex(given) == wanted

"""Webhooks of made-up contacts, for tests: built, signed, and wrapped as the provider does."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from clew.channels.whatsapp.inbound import parse
from clew.ports.channel import InboxConfig, Incoming, JsonObject, RawEvent

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
NOON_SECONDS = "1777896000"

NUMBER = "200100300400"
ACCOUNT = "900800700600"
SECRET = "a-secret-of-the-test-suite"
TOKEN = "EAAtestTOKENneverToBeSeen"
VERIFY_TOKEN = "the-blue-door-is-open"
API = "https://graph.example/v25.0"

CONFIG = InboxConfig(
    settings={"phone_number_id": NUMBER, "waba_id": ACCOUNT, "api_base_url": API},
    secrets={"access_token": TOKEN, "app_secret": SECRET, "verify_token": VERIFY_TOKEN},
)

JUDIT = {"profile": {"name": "Judit Kis"}, "wa_id": "36205550111", "user_id": "HU.5550111aaa"}
JUDITS_PHONE = "+36205550111"
JUDITS_ID = "HU.5550111aaa"


def a_message(kind: str = "text", /, **changes: Any) -> JsonObject:
    """Return a message of Judit; a member set to None is left out."""
    message: JsonObject = {
        "from": "36205550111",
        "from_user_id": JUDITS_ID,
        "id": "wamid.JUDIT1",
        "timestamp": NOON_SECONDS,
        "type": kind,
    }
    if kind == "text":
        message["text"] = {"body": "Is my parcel on its way?"}
    message |= changes
    return {name: value for name, value in message.items() if value is not None}


def a_status(status: str = "delivered", /, **changes: Any) -> JsonObject:
    return {
        "id": "wamid.OURS1",
        "status": status,
        "timestamp": NOON_SECONDS,
        "recipient_id": "36205550111",
        "recipient_user_id": JUDITS_ID,
        "biz_opaque_callback_data": "0190aaaa-0000-7000-8000-000000000001",
    } | changes


def a_value(**members: Any) -> JsonObject:
    metadata = {"display_phone_number": "3615550100", "phone_number_id": NUMBER}
    return {"messaging_product": "whatsapp", "metadata": metadata} | members


def an_envelope(*values: JsonObject, field: str = "messages") -> JsonObject:
    changes = [{"field": field, "value": value} for value in values]
    entry = {"id": ACCOUNT, "time": int(NOON_SECONDS), "changes": changes}
    return {"object": "whatsapp_business_account", "entry": [entry]}


def with_messages(*messages: JsonObject, contacts: Sequence[JsonObject] = (JUDIT,)) -> JsonObject:
    return an_envelope(a_value(messages=list(messages), contacts=list(contacts)))


def with_statuses(*statuses: JsonObject) -> JsonObject:
    return an_envelope(a_value(statuses=list(statuses)))


def signature_of(body: bytes, secret: str = SECRET) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def raw(document: JsonObject | bytes) -> RawEvent:
    """Return the document as a genuine webhook, received at noon."""
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    return RawEvent("POST", {"x-hub-signature-256": signature_of(body)}, {}, body, NOON)


def parsed(document: JsonObject | bytes) -> tuple[Incoming, ...]:
    return parse(raw(document), CONFIG)


def parsed_one(document: JsonObject | bytes) -> Incoming:
    (item,) = parsed(document)
    return item

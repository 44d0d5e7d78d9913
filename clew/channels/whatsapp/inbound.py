"""Webhooks of the WhatsApp Cloud API: handshake, signature, and the walk through a batch.

One request may carry up to a thousand events of several kinds, also of other numbers of the same
application. Each is read on its own; what cannot be read does not keep its siblings back.

Source:
    WhatsApp Business Platform, "Webhooks overview" (April 2026).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from clew.channels.instants import instant_of
from clew.channels.json_documents import decode_object, list_in, object_in, objects_in, text_in
from clew.channels.signatures import is_same_secret, verdict_on_hmac
from clew.channels.whatsapp.messages import read_message
from clew.channels.whatsapp.notices import NOTICES, read_errors, read_notice, read_preferences
from clew.channels.whatsapp.receipts import read_status
from clew.channels.whatsapp.senders import profiles_in
from clew.channels.whatsapp.settings import (
    APP_SECRET,
    PREVIOUS_APP_SECRET,
    VERIFY_TOKEN,
    WABA_ID,
    phone_number_id,
)
from clew.domain.reasons import Reason
from clew.ports.channel import (
    HandshakeAnswer,
    Ignored,
    IgnoredReason,
    InboxConfig,
    Incoming,
    JsonObject,
    RawEvent,
    Unparsable,
    Unreadable,
    Verdict,
)

SIGNATURE_HEADER = "x-hub-signature-256"
SIGNATURE_PREFIX = "sha256="
ENVELOPE = "whatsapp_business_account"
LONGEST_CHALLENGE = 1024
CARRIED = ("messages", "statuses", "errors")


def handshake(query: Mapping[str, str], config: InboxConfig) -> HandshakeAnswer | None:
    """Answer the provider's question with its challenge, if it knows our verify token."""
    expected = config.secrets.get(VERIFY_TOKEN, "")
    is_ours = is_same_secret(query.get("hub.verify_token", ""), expected)
    challenge = query.get("hub.challenge", "")
    if not is_ours or query.get("hub.mode") != "subscribe":
        return None
    if not challenge or len(challenge) > LONGEST_CHALLENGE:
        return None
    return HandshakeAnswer(challenge.encode("utf-8", "replace"))


def verify(raw: RawEvent, config: InboxConfig) -> Verdict:
    """Judge the signature over the raw bytes.

    It has no time in it, so a replay is as genuine as the original; dedupe keys meet that.
    """
    signature = raw.headers.get(SIGNATURE_HEADER, "")
    if signature and not signature.startswith(SIGNATURE_PREFIX):
        return Verdict.FORGED
    secrets = (config.secrets.get(name, "") for name in (APP_SECRET, PREVIOUS_APP_SECRET))
    return verdict_on_hmac(raw.body, signature.removeprefix(SIGNATURE_PREFIX), secrets)


def parse(raw: RawEvent, config: InboxConfig) -> tuple[Incoming, ...]:
    """Return every event of a webhook, in its order.

    Raises:
        Unparsable: The body is not a JSON object in the provider's envelope.
    """
    document = decode_object(raw.body)
    if document.get("object") != ENVELOPE or not isinstance(document.get("entry"), list):
        raise Unparsable(Reason.NOT_AN_ENVELOPE.said(word=ENVELOPE))
    return tuple(_events(document, raw, config))


def _events(document: JsonObject, raw: RawEvent, config: InboxConfig) -> Iterator[Incoming]:
    for entry in document["entry"]:
        if not isinstance(entry, dict) or not isinstance(entry.get("changes"), list):
            yield Unreadable(Reason.NO_CHANGES.said(), _as_object(entry))
            continue
        for change in entry["changes"]:
            if isinstance(change, dict) and isinstance(change.get("value"), dict):
                yield from _change(entry, change, raw, config)
            else:
                yield Unreadable(Reason.NO_VALUE.said(), _as_object(change))


def _change(
    entry: JsonObject, change: JsonObject, raw: RawEvent, config: InboxConfig
) -> Iterator[Incoming]:
    field, value = text_in(change, "field"), change["value"]
    if _is_of_another_inbox(entry, value, config):
        yield Ignored(IgnoredReason.OTHER_INBOX, "another number of the same application", change)
    elif field == "messages":
        yield from _messages(value, change, raw, config)
    elif field in NOTICES:
        yield read_notice(field, value, instant_of(entry.get("time"), raw.received_at))
    elif field == "user_preferences":
        yield from read_preferences(value, raw.received_at)
    elif field == "smb_message_echoes":
        yield Ignored(IgnoredReason.ECHO, "said by us in the WhatsApp Business app", change)
    else:
        yield Ignored(IgnoredReason.OTHER_SUBJECT, f"field {field[:60] or 'missing'}", change)


def _is_of_another_inbox(entry: JsonObject, value: JsonObject, config: InboxConfig) -> bool:
    """Say whether an event is about a number, or an account, that is not this inbox's."""
    number = text_in(object_in(value, "metadata"), "phone_number_id")
    if number:
        return number != phone_number_id(config)
    account = config.settings.get(WABA_ID, "")
    return bool(account) and text_in(entry, "id") not in ("", account)


def _messages(
    value: JsonObject, change: JsonObject, raw: RawEvent, config: InboxConfig
) -> Iterator[Incoming]:
    if not text_in(object_in(value, "metadata"), "phone_number_id"):
        # Which inbox it is for is not to be guessed: one application serves many numbers.
        yield Unreadable(Reason.NO_NUMBER_NAMED.said(), change)
        return
    if not any(isinstance(value.get(name), list) for name in CARRIED):
        yield Unreadable(Reason.EMPTY_CHANGE.said(), change)
    profiles = profiles_in(objects_in(value, "contacts"))
    for message in list_in(value, "messages"):
        if isinstance(message, dict):
            yield read_message(message, profiles, raw.received_at)
        else:
            yield Unreadable(Reason.MESSAGE_NOT_AN_OBJECT.said(), _as_object(message))
    for status in list_in(value, "statuses"):
        if isinstance(status, dict):
            yield read_status(status, config, raw.received_at)
        else:
            yield Unreadable(Reason.STATUS_NOT_AN_OBJECT.said(), _as_object(status))
    yield from read_errors(objects_in(value, "errors"), config, raw.received_at)


def _as_object(part: Any) -> JsonObject:
    return part if isinstance(part, dict) else {"part": part}

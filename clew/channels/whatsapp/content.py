"""What a message says: one small reader for each type of message.

A type that is not in the table, or a message of a known type without what makes it one, becomes
a placeholder: the contact did write, so somebody must see that, even if not what.

Source:
    WhatsApp Business Platform, "Messages webhook reference" (April 2026).
"""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clew.channels.json_documents import (
    decode_object_or_empty,
    number_in,
    object_in,
    objects_in,
    text_in,
    without_empty,
)
from clew.ports.channel import JsonObject, MediaFamily, MediaRef, MessageKind

_HEX_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
SHA256_BYTES = 32


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says, apart from who said it and when."""

    kind: MessageKind
    text: str = ""
    content: JsonObject | None = None
    media: tuple[MediaRef, ...] = ()


def content_of(message: JsonObject) -> Content:
    """Return what a message says."""
    kind = text_in(message, "type")
    reader = READERS.get(kind)
    if reader is None:
        return unsupported("", f"messages of type {kind or 'unknown'} cannot be shown yet")
    return reader(message)


def unsupported(code: str, reason: str, text: str = "") -> Content:
    """Return a placeholder that says why the message itself cannot be shown."""
    detail = without_empty({"type": "unsupported", "code": code, "reason": reason})
    return Content(MessageKind.UNSUPPORTED, text, detail)


def sha256_hex(value: str) -> str | None:
    """Return a SHA-256 as lower-case hex; it comes in hex or in base64."""
    if _HEX_SHA256.fullmatch(value):
        return value.lower()
    try:
        digest = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return None
    return digest.hex() if len(digest) == SHA256_BYTES else None


def _text(message: JsonObject) -> Content:
    return Content(MessageKind.TEXT, text_in(object_in(message, "text"), "body"))


def _media(message: JsonObject) -> Content:
    family = MediaFamily(text_in(message, "type"))
    part = object_in(message, family)
    caption = text_in(part, "caption")
    media_id = text_in(part, "id")
    if not media_id:
        return unsupported("", f"the {family} came without a file", caption)
    size = number_in(part, "file_size")
    ref = MediaRef(
        provider_media_id=media_id,
        family=family,
        media_type=text_in(part, "mime_type"),
        name=text_in(part, "filename"),
        sha256=sha256_hex(text_in(part, "sha256")),
        size_bytes=int(size) if size is not None and size >= 0 else None,
        voice=part.get("voice") is True,
    )
    return Content(MessageKind.MEDIA, caption, media=(ref,))


def _location(message: JsonObject) -> Content:
    part = object_in(message, "location")
    latitude, longitude = number_in(part, "latitude"), number_in(part, "longitude")
    if latitude is None or longitude is None:
        return unsupported("", "the location came without coordinates", text_in(part, "name"))
    named = {name: text_in(part, name) for name in ("name", "address", "url")}
    place = {"type": "location", "latitude": latitude, "longitude": longitude}
    return Content(MessageKind.LOCATION, content=place | without_empty(named))


def _contacts(message: JsonObject) -> Content:
    people = [_person(person) for person in objects_in(message, "contacts")]
    return Content(MessageKind.CONTACTS, content={"type": "contacts", "contacts": people})


def _person(person: JsonObject) -> JsonObject:
    name = object_in(person, "name")
    phones = [
        without_empty({"phone": text_in(phone, "phone"), "label": text_in(phone, "type")})
        for phone in objects_in(person, "phones")
    ]
    emails = [text_in(email, "email") for email in objects_in(person, "emails")]
    return without_empty(
        {
            "name": text_in(name, "formatted_name") or text_in(name, "first_name"),
            "phones": [phone for phone in phones if phone],
            "emails": [email for email in emails if email],
            "organisation": text_in(object_in(person, "org"), "company"),
            "origin": text_in(person, "origin"),
        }
    )


def _interactive(message: JsonObject) -> Content:
    part = object_in(message, "interactive")
    kind = text_in(part, "type")
    answer = object_in(part, kind)
    if kind == "nfm_reply":
        return _form(answer)
    known = kind in ("button_reply", "list_reply")
    chosen = {
        "kind": kind if known else "other",
        "id": text_in(answer, "id") or (kind if not known else ""),
        "title": text_in(answer, "title"),
        "description": text_in(answer, "description"),
        "answers": {} if known else answer,
    }
    return _choice(chosen)


def _form(answer: JsonObject) -> Content:
    """Return the answers of a form; the provider packs them as JSON inside a JSON string."""
    packed = text_in(answer, "response_json")
    answers = decode_object_or_empty(packed)
    body = text_in(answer, "body")
    filled = {"kind": "form", "id": text_in(answer, "name"), "title": body, "answers": answers}
    # What cannot be unpacked is still what the contact said.
    return _choice(filled, text=body if answers else packed or body)


def _button(message: JsonObject) -> Content:
    part = object_in(message, "button")
    title = text_in(part, "text")
    return _choice({"kind": "template_button", "id": text_in(part, "payload"), "title": title})


def _choice(chosen: JsonObject, text: str | None = None) -> Content:
    content = {"type": "interactive"} | without_empty(chosen)
    said = chosen.get("title", "") if text is None else text
    return Content(MessageKind.INTERACTIVE, said, content)


def _order(message: JsonObject) -> Content:
    part = object_in(message, "order")
    items = [
        without_empty(
            {
                "product_id": text_in(item, "product_retailer_id"),
                "quantity": number_in(item, "quantity"),
                "price": number_in(item, "item_price"),
                "currency": text_in(item, "currency"),
            }
        )
        for item in objects_in(part, "product_items")
    ]
    content = {"type": "order", "items": items} | without_empty(
        {"catalog_id": text_in(part, "catalog_id")}
    )
    return Content(MessageKind.ORDER, text_in(part, "text"), content)


def _unsupported(message: JsonObject) -> Content:
    errors = objects_in(message, "errors")
    error = errors[0] if errors else {}
    reason = text_in(object_in(error, "error_data"), "details") or text_in(error, "title")
    return unsupported(text_in(error, "code"), reason or "the provider cannot pass this on")


READERS: Mapping[str, Callable[[JsonObject], Content]] = {
    "text": _text,
    "image": _media,
    "video": _media,
    "audio": _media,
    "document": _media,
    "sticker": _media,
    "location": _location,
    "contacts": _contacts,
    "interactive": _interactive,
    "button": _button,
    "order": _order,
    "unsupported": _unsupported,
    "unknown": _unsupported,
}

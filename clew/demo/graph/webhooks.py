"""What the provider tells Clew, in the provider's own words and signed with the shared secret.

Non-ASCII characters are escaped in the body, and the signature is over the bytes as sent.

Source:
    WhatsApp Business Platform, "Webhooks overview" and "Status messages reference" (April 2026).
"""

import base64
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from clew.demo.graph.chats import Chat, Line, Mark, Person, Said
from clew.demo.graph.faults import MESSAGES

# The provider's own limit is a thousand; fewer make a batch that one can look at.
MOST_AT_ONCE = 100

Change = dict[str, Any]


def envelope(line: Line, changes: Sequence[Change], at: datetime) -> bytes:
    """Return the body of a webhook that carries some changes."""
    wrapped = [
        {
            "value": {
                "messaging_product": "whatsapp",
                "metadata": {
                    "display_phone_number": "".join(filter(str.isdigit, line.display_phone_number)),
                    "phone_number_id": line.phone_number_id,
                },
                **change,
            },
            "field": "messages",
        }
        for change in changes
    ]
    entry = {"id": line.waba_id, "time": int(at.timestamp()), "changes": wrapped}
    document = {"object": "whatsapp_business_account", "entry": [entry]}
    return json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def signature(body: bytes, app_secret: str) -> str:
    """Return the value of the header that proves who sent a body."""
    return "sha256=" + hmac.digest(app_secret.encode(), body, "sha256").hex()


def message_change(chat: Chat, said: Said) -> Change:
    """Return the change that tells of a message of a contact."""
    person = chat.person
    message: dict[str, Any] = {**_sender(person), "id": said.id, "timestamp": _seconds(said.at)}
    if said.quoted:
        message["context"] = {"id": said.quoted}
    return {"contacts": [_profile(person)], "messages": [{**message, **_content(said)}]}


def reaction_change(person: Person, target: str, emoji: str, news: Said) -> Change:
    """Return the change that tells of a reaction; `news` gives it its own id and time."""
    reaction = {"message_id": target} | ({"emoji": emoji} if emoji else {})
    message = {
        **_sender(person),
        "id": news.id,
        "timestamp": _seconds(news.at),
        "type": "reaction",
        "reaction": reaction,
    }
    return {"contacts": [_profile(person)], "messages": [message]}


def status_change(chat: Chat, said: Said, mark: Mark, at: datetime, code: int = 0) -> Change:
    """Return the change that tells how far a message of the shop came."""
    person = chat.person
    status: dict[str, Any] = {
        "id": said.id,
        "status": mark.value,
        "timestamp": _seconds(at),
    }
    if not person.username:
        status["recipient_id"] = person.phone
    if said.reference:
        status["biz_opaque_callback_data"] = said.reference
    if mark is Mark.FAILED:
        title = MESSAGES.get(code, "Something went wrong")
        details = {"details": said.fault or title}
        status["errors"] = [{"code": code, "title": title, "message": title, "error_data": details}]
        return {"statuses": [status]}
    status["recipient_user_id"] = person.user_id
    if mark is not Mark.READ:
        pricing = {"billable": True, "pricing_model": "PMP", "type": "regular"}
        status["pricing"] = pricing | {"category": "service"}
    return {"contacts": [_profile(person)], "statuses": [status]}


def _content(said: Said) -> Mapping[str, Any]:
    if said.kind == "text":
        return {"type": "text", "text": {"body": said.text}}
    if said.place is not None:
        place = said.place
        named = {"name": place.name, "address": place.address}
        where = {"latitude": place.latitude, "longitude": place.longitude}
        kept = {name: value for name, value in named.items() if value}
        return {"type": "location", "location": where | kept}
    if said.media is None:
        details = {"code": 131051, "title": "Message type unknown"}
        return {"type": "unsupported", "errors": [details]}
    digest = base64.b64encode(bytes.fromhex(said.media.sha256)).decode()
    media: dict[str, Any] = {
        "id": said.media.id,
        "mime_type": said.media.media_type,
        "sha256": digest,
    }
    if said.text:
        media["caption"] = said.text
    if said.kind == "document":
        media["filename"] = said.media.name
    if said.kind == "audio":
        media["voice"] = said.is_voice
    return {"type": said.kind, said.kind: media}


def _sender(person: Person) -> Mapping[str, str]:
    """Return who wrote; whoever took a username hides the number."""
    number = {} if person.username else {"from": person.phone}
    return {**number, "from_user_id": person.user_id}


def _profile(person: Person) -> Mapping[str, Any]:
    profile = {"name": person.name}
    if person.username:
        return {"profile": profile | {"username": person.username}, "user_id": person.user_id}
    return {"profile": profile, "wa_id": person.phone, "user_id": person.user_id}


def _seconds(at: datetime) -> str:
    return str(int(at.timestamp()))

"""WhatsApp's part of the conformance suite: one webhook of every kind, every kind of answer."""

from clew.channels.whatsapp.errors import RULES
from clew.ports.channel import (
    HttpRequest,
    HttpResponse,
    JsonObject,
    MediaFamily,
    MediaRef,
)
from tests.channels.whatsapp.answers import an_answer, an_error
from tests.channels.whatsapp.sends import TO_JUDIT, accept_all
from tests.channels.whatsapp.webhooks import (
    CONFIG,
    a_message,
    a_status,
    a_value,
    an_envelope,
    raw,
    with_messages,
    with_statuses,
)

__all__ = [
    "CONFIG",
    "DOCUMENTS",
    "MEDIA",
    "REFUSALS",
    "TO_JUDIT",
    "accept_all",
    "broken_limit",
    "raw",
]

_FILE = {"id": "7001", "mime_type": "image/png", "sha256": "00" * 32, "caption": "this one"}
_MESSAGES = (
    a_message(),
    a_message(context={"id": "wamid.OURS1", "forwarded": True}),
    *(a_message(kind, **{kind: _FILE}) for kind in ("image", "video", "audio", "sticker")),
    a_message("document", document=_FILE | {"filename": "a.pdf"}),
    a_message("location", location={"latitude": 47.5, "longitude": 19.04}),
    a_message("contacts", contacts=[{"name": {"formatted_name": "Vera"}, "phones": [{}]}]),
    a_message("interactive", interactive={"type": "list_reply", "list_reply": {"id": "1"}}),
    a_message(
        "interactive", interactive={"type": "nfm_reply", "nfm_reply": {"response_json": "{"}}
    ),
    a_message("button", button={"payload": "p", "text": "Yes"}),
    a_message("reaction", reaction={"message_id": "wamid.OURS1", "emoji": "\N{THUMBS UP SIGN}"}),
    a_message("edit", edit={"original_message_id": "w", "message": a_message()}),
    a_message("revoke", revoke={"original_message_id": "w"}),
    a_message("order", order={"product_items": [{"quantity": 1}]}),
    a_message("system", system={"type": "user_changed_number", "wa_id": "36205550999"}),
    a_message("request_welcome"),
    a_message("unsupported", errors=[{"code": 131051}]),
    a_message("hologram"),
    a_message(id=None),
)
_PREFERENCE = {"wa_id": "36205550111", "category": "marketing_messages", "value": "stop"}
DOCUMENTS: tuple[tuple[JsonObject, int], ...] = (
    *((with_messages(message), 1) for message in _MESSAGES),
    (with_messages(*_MESSAGES), len(_MESSAGES)),
    *((with_statuses(a_status(word)), 1) for word in ("sent", "delivered", "read", "odd")),
    (with_statuses(a_status("failed", errors=[{"code": 131026, "title": "No"}])), 1),
    (an_envelope(a_value(errors=[{"code": 1}])), 1),
    (an_envelope(a_value(messages=[a_message()], statuses=[a_status()]), a_value()), 3),
    (an_envelope({"event": "DISABLED"}, field="account_update"), 1),
    (an_envelope(a_value(user_preferences=[_PREFERENCE]), field="user_preferences"), 1),
    (an_envelope(a_value(metadata={"phone_number_id": "1"}, messages=[a_message()])), 1),
    (an_envelope(a_value(), field="calls"), 1),
)
MEDIA = MediaRef("7001", MediaFamily.IMAGE, "image/png")
REFUSALS: tuple[HttpResponse, ...] = (
    *(an_error(code, f"error {code}") for code in RULES),
    *(an_error(190, f"Bad token {secret}") for secret in CONFIG.secrets.values()),
    an_answer(200),
)
# By the member that holds it: how long a text may be.
_TEXT_LIMITS = {"text": ("body", 4096), "image": ("caption", 1024), "document": ("caption", 1024)}


def broken_limit(request: HttpRequest) -> str:
    """Say which limit of the provider a request breaks, or nothing."""
    body = request.json or {}
    if len(body.get("biz_opaque_callback_data", "")) > 512:
        return "reference"
    member, most = _TEXT_LIMITS.get(body.get("type", ""), ("", 0))
    said = body.get(body.get("type", ""), {}).get(member, "") if member else ""
    return body["type"] if len(said.encode("utf-16-le")) // 2 > most and member else ""


def shown_text(request: HttpRequest) -> str:
    """The words that a request carries to the contact."""
    return repr(request.json)

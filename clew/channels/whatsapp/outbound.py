"""Messages of ours to the WhatsApp Cloud API: one request a step, and what its answer means.

There is no idempotency key: a message that is posted twice arrives twice. So the progress is kept
after every step, our id travels along and comes back with every receipt, and an answer that
leaves open whether a message was taken says so.

Source:
    WhatsApp Business Platform, "Service messages" and "Media" (April to June 2026).
"""

from dataclasses import replace
from datetime import timedelta

from clew.channels.json_documents import decode_object_or_empty, objects_in, text_in
from clew.channels.whatsapp.answers import error_in, failure
from clew.channels.whatsapp.payloads import Part, file_name, parts_of
from clew.channels.whatsapp.receipts import our_reference
from clew.channels.whatsapp.senders import BSUID, PARENT_BSUID
from clew.channels.whatsapp.settings import (
    api_url,
    authorization,
    missing_for_sending,
    phone_number_id,
)
from clew.domain.reasons import Reason
from clew.ports.channel import (
    PHONE,
    Address,
    Continue,
    FormField,
    FormFile,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    JsonObject,
    MarkRead,
    Misconfigured,
    Outcome,
    Outgoing,
    OutgoingAttachment,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Retry,
    Sent,
)

PRODUCT = {"messaging_product": "whatsapp"}
# By kind of address: the member of the request that names the recipient.
RECIPIENT_MEMBERS = {PHONE: "to", BSUID: "recipient", PARENT_BSUID: "recipient"}
MESSAGE_TIMEOUT = timedelta(seconds=30)
UPLOAD_TIMEOUT = timedelta(minutes=5)
SIGNAL_TIMEOUT = timedelta(seconds=10)
UNKNOWN_TYPE = "application/octet-stream"
# Errors after which an upload has to be made anew.
MEDIA_ERRORS = frozenset({"131052", "131053"})


def render(
    outgoing: Outgoing, config: InboxConfig, progress: Progress
) -> HttpRequest | Sent | Refused | Misconfigured:
    """Make the request of the next step, or say why there is none."""
    missing = missing_for_sending(config)
    if missing:
        return Misconfigured(missing.said(), "incomplete")
    parts = parts_of(outgoing)
    if isinstance(parts, Refusal):
        return Refused(parts)
    if len(progress.sent) >= len(parts):
        return Sent(progress.sent)
    recipient = _recipient(outgoing.to)
    if not recipient:
        reason = Reason.NO_WHATSAPP_ADDRESS.said()
        return Refused(Refusal("no_address", reason, RefusalCause.UNDELIVERABLE))
    part = parts[len(progress.sent)]
    if part.attachment is not None and part.attachment.id not in progress.held:
        return _upload(part.attachment, config)
    media_id = progress.held[part.attachment.id] if part.attachment is not None else ""
    ours = our_reference(outgoing.id, len(progress.sent), len(parts))
    about = {"recipient_type": "individual", "biz_opaque_callback_data": ours}
    return _post(config, recipient | about | part.with_media(media_id))


def read_response(
    outgoing: Outgoing, config: InboxConfig, progress: Progress, response: HttpResponse
) -> Outcome:
    """Say what the answer to the request of `render` means."""
    parts = parts_of(outgoing)
    if isinstance(parts, Refusal):
        return Refused(parts)
    if len(progress.sent) >= len(parts):
        return Sent(progress.sent)
    part = parts[len(progress.sent)]
    uploading = part.attachment if part.attachment and not _is_uploaded(part, progress) else None
    if not 200 <= response.status < 300 or error_in(response):
        return _failure(part, config, progress, response)
    document = decode_object_or_empty(response.body)
    if uploading is not None:
        return _read_upload(uploading, progress, document)
    accepted = [text_in(message, "id") for message in objects_in(document, "messages")]
    if not accepted or not accepted[0]:
        # It was taken, by the status, but we cannot tell its receipts from others' by id.
        reason = Reason.ACCEPTED_UNREADABLY.said()
        return Retry(reason, replace(progress, tries=progress.tries + 1), is_maybe_sent=True)
    sent = (*progress.sent, accepted[0])
    if len(sent) == len(parts):
        return Sent(sent)
    return Continue(Progress(sent, progress.held))


def signal(mark: MarkRead, config: InboxConfig) -> HttpRequest | None:
    """Mark a message, and all before it, as read; typing is shown for at most 25 seconds."""
    if missing_for_sending(config):
        return None
    body: JsonObject = {"status": "read", "message_id": mark.provider_id}
    typing = {"typing_indicator": {"type": "text"}} if mark.is_typing else {}
    return replace(_post(config, body | typing), timeout=SIGNAL_TIMEOUT, is_repeatable=True)


def _recipient(to: tuple[Address, ...]) -> JsonObject:
    for address in to:
        if address.kind in RECIPIENT_MEMBERS:
            return {RECIPIENT_MEMBERS[address.kind]: address.value}
    return {}


def _post(config: InboxConfig, body: JsonObject) -> HttpRequest:
    return HttpRequest(
        "POST",
        api_url(config, phone_number_id(config), "messages"),
        authorization(config),
        json=PRODUCT | body,
        timeout=MESSAGE_TIMEOUT,
        is_repeatable=False,
    )


def _upload(attachment: OutgoingAttachment, config: InboxConfig) -> HttpRequest:
    media_type = attachment.media_type or UNKNOWN_TYPE
    file = FormFile(
        name="file",
        blob=attachment.blob,
        file_name=file_name(attachment),
        media_type=media_type,
        size_bytes=attachment.size_bytes,
    )
    product = FormField("messaging_product", PRODUCT["messaging_product"])
    return HttpRequest(
        "POST",
        api_url(config, phone_number_id(config), "media"),
        authorization(config),
        multipart=(product, FormField("type", media_type), file),
        timeout=UPLOAD_TIMEOUT,
    )


def _is_uploaded(part: Part, progress: Progress) -> bool:
    return part.attachment is not None and part.attachment.id in progress.held


def _read_upload(
    attachment: OutgoingAttachment, progress: Progress, document: JsonObject
) -> Continue | Retry:
    media_id = text_in(document, "id")
    if not media_id:
        reason = Reason.UPLOAD_UNREADABLE.said()
        return Retry(reason, replace(progress, tries=progress.tries + 1))
    return Continue(Progress(progress.sent, {**progress.held, attachment.id: media_id}))


def _failure(
    part: Part, config: InboxConfig, progress: Progress, response: HttpResponse
) -> Outcome:
    outcome = failure(config, progress, response)
    if not isinstance(outcome, Retry) or part.attachment is None:
        return outcome
    is_upload = not _is_uploaded(part, progress)
    held = dict(outcome.progress.held)
    if text_in(error_in(response), "code") in MEDIA_ERRORS:
        held.pop(part.attachment.id, None)
    is_maybe_sent = outcome.is_maybe_sent and not is_upload
    return Retry(outcome.reason, replace(outcome.progress, held=held), is_maybe_sent)

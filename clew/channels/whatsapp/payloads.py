"""A message of ours as the parts that the provider takes one by one.

Pure and repeatable: the same message always gives the same parts, so that "two of five are sent"
means the same after a restart. Long texts are split, a caption that is too long goes ahead as a
text of its own, and each file is a message.

Source:
    WhatsApp Business Platform, "Service messages" and "Media" (April to June 2026).
"""

from dataclasses import dataclass, replace

from clew.channels.text_pieces import split_text
from clew.channels.whatsapp.capabilities import (
    CAPABILITIES,
    INTERACTIVE_BODY_MAX,
    LIST_BUTTON_MAX,
    LIST_DESCRIPTION_MAX,
    LIST_TITLE_MAX,
    MOST_BUTTONS,
)
from clew.channels.whatsapp.templates import template_payload
from clew.domain.reasons import Reason
from clew.ports.channel import (
    Choice,
    JsonObject,
    MediaFamily,
    Outgoing,
    OutgoingAttachment,
    OutgoingMessage,
    OutgoingReaction,
    Refusal,
    RefusalCause,
)

CAPTIONED = frozenset({MediaFamily.IMAGE, MediaFamily.VIDEO, MediaFamily.DOCUMENT})
LIST_BUTTON = "\N{TRIGRAM FOR HEAVEN}"  # the usual sign of a menu, in any language


@dataclass(frozen=True, slots=True)
class Part:
    """One message of the provider; `attachment` must be uploaded before it can be sent."""

    payload: JsonObject
    attachment: OutgoingAttachment | None = None
    family: MediaFamily | None = None

    def with_media(self, media_id: str) -> JsonObject:
        """Return the payload with the id that the upload was given."""
        if self.family is None:
            return self.payload
        return self.payload | {self.family: self.payload[self.family] | {"id": media_id}}


def parts_of(outgoing: Outgoing) -> tuple[Part, ...] | Refusal:
    """Return the parts of a message, at least one, or why it cannot be sent at all."""
    if isinstance(outgoing, OutgoingReaction):
        target = {"message_id": outgoing.target_provider_id, "emoji": outgoing.emoji or ""}
        return (Part({"type": "reaction", "reaction": target}),)
    if outgoing.template is not None:
        return (Part({"type": "template", "template": template_payload(outgoing.template)}),)
    message = replace(outgoing, text=_encodable(outgoing.text).strip())
    problem = _problem_with(message)
    if problem is not None:
        return problem
    first, *others = _all_parts(message)
    if message.reply_to_provider_id:
        context = {"context": {"message_id": message.reply_to_provider_id}}
        first = replace(first, payload=context | first.payload)
    return (first, *others)


def family_of(attachment: OutgoingAttachment) -> MediaFamily:
    """Return how a file is sent: what does not fit its own family goes as a document."""
    media_type = attachment.media_type.partition(";")[0].strip().lower()
    for family, limit in CAPABILITIES.media.items():
        if media_type in limit.media_types and attachment.size_bytes <= limit.max_bytes:
            return family
    return MediaFamily.DOCUMENT


def _problem_with(message: OutgoingMessage) -> Refusal | None:
    if not (message.text or message.attachments):
        return Refusal("empty", Reason.NOTHING_TO_SEND.said(), RefusalCause.INVALID)
    for attachment in message.attachments:
        if attachment.size_bytes > CAPABILITIES.max_attachment_bytes:
            reason = Reason.FILE_TOO_LARGE.said(name=attachment.name)
            return Refusal("attachment_too_large", reason, RefusalCause.MEDIA)
    return _problem_with_choices(message.text, message.choices) if message.choices else None


def _problem_with_choices(text: str, choices: tuple[Choice, ...]) -> Refusal | None:
    if not text:
        return Refusal("empty", Reason.NO_QUESTION.said(), RefusalCause.INVALID)
    longest = LIST_TITLE_MAX if _is_list(choices) else CAPABILITIES.quick_reply_title_max
    if len(choices) > CAPABILITIES.quick_replies:
        return Refusal("too_many_choices", Reason.TOO_MANY_CHOICES.said(), RefusalCause.INVALID)
    if any(not 0 < CAPABILITIES.measure(choice.title) <= longest for choice in choices):
        reason = Reason.CHOICE_TITLE.said(most=longest)
        return Refusal("choice_title", reason, RefusalCause.INVALID)
    if any(CAPABILITIES.measure(choice.description) > LIST_DESCRIPTION_MAX for choice in choices):
        return Refusal("choice_description", Reason.CHOICE_DESCRIPTION.said(), RefusalCause.INVALID)
    return None


def _all_parts(message: OutgoingMessage) -> list[Part]:
    if message.choices:
        *before, question = split_text(message.text, INTERACTIVE_BODY_MAX, CAPABILITIES.measure)
        texts = [_text_part(piece) for piece in before]
        files = [_media_part(attachment, "") for attachment in message.attachments]
        return [*texts, *files, _choices_part(question, message)]
    caption = message.text if _fits_as_caption(message) else ""
    text_max = CAPABILITIES.text_max or len(message.text)
    pieces = () if caption else split_text(message.text, text_max, CAPABILITIES.measure)
    files = [
        _media_part(attachment, caption if index == 0 else "")
        for index, attachment in enumerate(message.attachments)
    ]
    return [*(_text_part(piece) for piece in pieces), *files]


def _fits_as_caption(message: OutgoingMessage) -> bool:
    if not message.attachments or family_of(message.attachments[0]) not in CAPTIONED:
        return False
    return CAPABILITIES.measure(message.text) <= CAPABILITIES.caption_max


def _text_part(piece: str) -> Part:
    return Part({"type": "text", "text": {"body": piece, "preview_url": False}})


def _media_part(attachment: OutgoingAttachment, caption: str) -> Part:
    family = family_of(attachment)
    media: JsonObject = {"caption": caption} if caption else {}
    if family is MediaFamily.DOCUMENT:
        media["filename"] = file_name(attachment)
    return Part({"type": str(family), family: media}, attachment, family)


def file_name(attachment: OutgoingAttachment) -> str:
    """Return the name to show, without what would end a header line."""
    name = "".join(c for c in _encodable(attachment.name) if c.isprintable()).strip()
    return name[-240:] or "file"


def _choices_part(question: str, message: OutgoingMessage) -> Part:
    choices = message.choices
    if _is_list(choices):
        label = message.choices_label[:LIST_BUTTON_MAX] or LIST_BUTTON
        action: JsonObject = {"button": label, "sections": [{"rows": [_row(c) for c in choices]}]}
    else:
        replies = [{"id": choice.id, "title": choice.title} for choice in choices]
        action = {"buttons": [{"type": "reply", "reply": reply} for reply in replies]}
    interactive = {
        "type": "list" if _is_list(choices) else "button",
        "body": {"text": question},
        "action": action,
    }
    return Part({"type": "interactive", "interactive": interactive})


def _row(choice: Choice) -> JsonObject:
    row = {"id": choice.id, "title": choice.title}
    return row | ({"description": choice.description} if choice.description else {})


def _is_list(choices: tuple[Choice, ...]) -> bool:
    """Say whether the choices need a list: buttons are few and carry a title only."""
    return len(choices) > MOST_BUTTONS or any(
        choice.description
        or CAPABILITIES.measure(choice.title) > CAPABILITIES.quick_reply_title_max
        for choice in choices
    )


def _encodable(text: str) -> str:
    """Return `text` without halves of characters, which no JSON can carry."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

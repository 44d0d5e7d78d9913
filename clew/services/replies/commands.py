"""What an agent can ask for when they write to a contact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from clew.domain.facts import Outcome
from clew.domain.ids import AttachmentId, CaseId, ConversationId, InboxId, MessageId
from clew.services.letters import Wishes


class Then(StrEnum):
    """What becomes of the case once the reply is on its way."""

    PARK = "park"
    RESOLVE = "resolve"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReply:
    """What an agent wants to send.

    Attributes:
        message_id: Minted by the asker; the same again has no effect.
        inbox_id: By default where the contact last wrote.
        hold: How long it can be taken back.
        send_at: When it goes out; by default as soon as it can no longer be taken back.
        expected_seq: The newest reply that the asker has seen; a newer one refuses this.
        template: `{name, language, parameters}`; what it says takes the place of the text.
        letter: What is wanted of subject and readers, on channels that have them.
    """

    conversation_id: ConversationId
    message_id: MessageId
    case_id: CaseId
    text: str
    inbox_id: InboxId | None = None
    attachment_ids: tuple[AttachmentId, ...] = ()
    reply_to: MessageId | None = None
    then: Then | None = None
    wake_at: datetime | None = None
    park_reason: str = ""
    outcome: Outcome = Outcome.SOLVED
    hold: timedelta | None = None
    send_at: datetime | None = None
    expected_seq: int | None = None
    promise_at: datetime | None = None
    is_holding: bool = False
    template: Mapping[str, object] | None = None
    letter: Wishes = field(default_factory=Wishes)

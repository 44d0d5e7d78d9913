"""Our messages that have not arrived, as the API lists them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clew.ports.store.delivery_views import DeliveryView
from clew.ports.store.views import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class UndeliveredView:
    """A message of ours that has not arrived, or may not have.

    Attributes:
        id: The message's.
        text: Its beginning.
    """

    id: UUID
    conversation_id: UUID
    case_id: UUID
    case_number: int
    contact: Named
    inbox_id: UUID
    inbox_name: str
    channel: str
    text: str
    author_name: str
    queued_at: datetime
    next_attempt_at: datetime
    attempts: int
    delivery: DeliveryView

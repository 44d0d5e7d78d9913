"""Deliveries for tests: one that was just claimed, unless said otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from clew.domain.ids import CaseId, IdentityId, InboxId, MessageId
from clew.domain.message import Delivery, DeliveryState
from tests.builders import CONVERSATION, MONDAY_NINE, WORKSPACE, an_id


def a_delivery(**changes: Any) -> Delivery:
    delivery = Delivery(
        message_id=MessageId(an_id(50)),
        workspace_id=WORKSPACE,
        conversation_id=CONVERSATION,
        case_id=CaseId(an_id(51)),
        inbox_id=InboxId(an_id(30)),
        identity_id=IdentityId(an_id(52)),
        state=DeliveryState.SENDING,
        queued_at=MONDAY_NINE,
        held_until=MONDAY_NINE,
        next_attempt_at=MONDAY_NINE,
        attempts=1,
        lease_until=MONDAY_NINE + timedelta(minutes=1),
    )
    return replace(delivery, **changes)

from __future__ import annotations

from itertools import pairwise

import pytest

from clew.domain.message import DeliveryState, is_forward

ON_ITS_WAY = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.UNKNOWN,
    DeliveryState.SENT,
    DeliveryState.DELIVERED,
    DeliveryState.READ,
)


def test_a_delivery_moves_forward() -> None:
    assert all(is_forward(now, then) for now, then in pairwise(ON_ITS_WAY))


@pytest.mark.parametrize("state", DeliveryState)
def test_a_receipt_that_says_nothing_new_changes_nothing(state: DeliveryState) -> None:
    assert not is_forward(state, state)


def test_receipts_out_of_order_never_move_a_delivery_back() -> None:
    for early, late in pairwise(ON_ITS_WAY):
        assert not is_forward(late, early)


def test_what_was_accepted_may_still_fail() -> None:
    assert is_forward(DeliveryState.SENT, DeliveryState.FAILED)


@pytest.mark.parametrize("state", [DeliveryState.DELIVERED, DeliveryState.READ])
def test_what_arrived_does_not_fail_any_more(state: DeliveryState) -> None:
    assert not is_forward(state, DeliveryState.FAILED)
    assert is_forward(DeliveryState.FAILED, state)


@pytest.mark.parametrize("state", sorted(set(DeliveryState) - {DeliveryState.CANCELLED}))
def test_what_was_taken_back_stays_so(state: DeliveryState) -> None:
    assert not is_forward(DeliveryState.CANCELLED, state)

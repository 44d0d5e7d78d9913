"""Addresses of files: good for one path and one hour."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from clew.services.visitors.signing import is_ticket_good, signed_path
from tests.fixtures.workplace import Shop

PATH = "/api/contact/v1/attachments/018f"


async def test_a_ticket_opens_its_path_for_an_hour(shop: Shop) -> None:
    path, _, ticket = signed_path(PATH, shop.deps).partition("?ticket=")

    assert path == PATH
    assert is_ticket_good(PATH, ticket, shop.deps)
    assert not is_ticket_good(f"{PATH}/thumbnail", ticket, shop.deps)
    assert not is_ticket_good(PATH, ticket[:-4] + "AAAA", shop.deps)
    shop.clock.advance(timedelta(hours=1))
    assert not is_ticket_good(PATH, ticket, shop.deps)


async def test_any_other_text_opens_nothing(shop: Shop) -> None:
    @given(ticket=st.text(max_size=250))
    def none_is_good(ticket: str) -> None:
        assert not is_ticket_good(PATH, ticket, shop.deps)

    none_is_good()

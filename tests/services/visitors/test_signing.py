"""Addresses of files: good for one path and one hour."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from clew.services.visitors.signing import is_seal_good, signed_path
from tests.fixtures.workplace import Shop

PATH = "/api/contact/v1/attachments/018f"


async def test_a_seal_opens_its_path_for_an_hour(shop: Shop) -> None:
    path, _, seal = signed_path(PATH, shop.deps).partition("?seal=")

    assert path == PATH
    assert is_seal_good(PATH, seal, shop.deps)
    assert not is_seal_good(f"{PATH}/thumbnail", seal, shop.deps)
    assert not is_seal_good(PATH, seal[:-4] + "AAAA", shop.deps)
    shop.clock.advance(timedelta(hours=1))
    assert not is_seal_good(PATH, seal, shop.deps)


async def test_any_other_text_opens_nothing(shop: Shop) -> None:
    @given(seal=st.text(max_size=250))
    def none_is_good(seal: str) -> None:
        assert not is_seal_good(PATH, seal, shop.deps)

    none_is_good()

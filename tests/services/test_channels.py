"""Channels as forms are made from them."""

import pytest

from clew.domain.errors import NotAllowed
from clew.services.channels import list_channels
from tests.fixtures.workplace import Shop


async def test_every_channel_says_what_its_inboxes_need(shop: Shop) -> None:
    found = {one.id: one for one in list_channels(asker=shop.admin, deps=shop.deps)}

    token = next(one for one in found["whatsapp"].settings if one.name == "access_token")
    assert (token.is_secret, token.is_required, token.is_rare) == (True, True, False)
    assert found["whatsapp"].is_called
    assert not found["email"].is_called
    assert found["webchat"].is_chat
    assert [one for one in found if not found[one].writes_first] == ["webchat"]
    security = next(one for one in found["email"].settings if one.name == "smtp_security")
    assert security.choices == ["tls", "starttls", "none"]


async def test_only_administrators_need_to_know(shop: Shop) -> None:
    ben = await shop.join("Ben")

    with pytest.raises(NotAllowed):
        list_channels(asker=ben, deps=shop.deps)

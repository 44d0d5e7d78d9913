"""Mails as they were set, with the pictures that they enclose."""

from __future__ import annotations

import base64

import pytest
from PIL import Image

from clew.domain.errors import NotFound
from clew.domain.ids import ConversationId, MessageId
from clew.services.mail_pages import MAX_PICTURE_BYTES, enclosed, get_page
from clew.services.uploading import upload
from tests.builders import an_id
from tests.fixtures.workplace import Shop
from tests.services.test_attachments import pieces
from tests.services.test_pictures import encoded


async def test_enclosed_pictures_become_part_of_the_page(shop: Shop) -> None:
    data = encoded(Image.new("RGB", (10, 5)))
    picture = await upload("a.png", pieces(data), asker=shop.admin, deps=shop.deps)
    text = await upload("b.txt", pieces(b"text"), asker=shop.admin, deps=shop.deps)
    names = {"a@b": "a.png", "c@d": "b.txt", "e@f": "missing.png"}

    found = await enclosed(names, [picture, text], asker=shop.admin, deps=shop.deps)

    encoded_picture = base64.b64encode(data).decode()
    assert found == {"a@b": f"data:image/png;base64,{encoded_picture}"}


async def test_a_large_picture_stays_outside(shop: Shop) -> None:
    data = encoded(Image.new("RGB", (10, 5))) + b"\0" * MAX_PICTURE_BYTES
    picture = await upload("a.png", pieces(data), asker=shop.admin, deps=shop.deps)

    assert await enclosed({"a": "a.png"}, [picture], asker=shop.admin, deps=shop.deps) == {}


async def test_a_message_without_html_has_no_page(shop: Shop) -> None:
    await shop.write()
    case = await shop.case()
    (item,) = await shop.messages()

    for conversation_id, message_id in (
        (case.conversation_id, item.id),
        (case.conversation_id, an_id(9)),
        (an_id(9), item.id),
    ):
        with pytest.raises(NotFound):
            await get_page(
                ConversationId(conversation_id),
                MessageId(message_id),  # type: ignore[arg-type]
                with_remote=False,
                asker=shop.admin,
                deps=shop.deps,
            )

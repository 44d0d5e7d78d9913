"""What controllers have at hand."""

from clew.web.options import WebOptions, make_desk
from tests.fixtures.workplace import Shop


async def test_a_desk_has_what_was_not_given(shop: Shop) -> None:
    desk = make_desk(shop.deps)

    assert desk.options == WebOptions()
    assert desk.deps is shop.deps
    desk.passwords.close()

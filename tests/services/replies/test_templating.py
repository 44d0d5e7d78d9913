"""Which templates a reply may be, and what is kept of one."""

from collections.abc import Mapping
from typing import Any

import pytest

from clew.domain.consent import Purpose
from clew.domain.errors import CannotSend, InvalidInput
from clew.domain.ids import ContactId
from clew.ports.channel import Template
from clew.services.recognition.consenting import AddConsent, add_consent
from tests.fixtures.workplace import Shop

NEWS = Template("news", "pl", "utility", "approved", "{{1}}: {{name}}.", ("1", "name"))
SALE = Template("sale", "pl", "marketing", "approved", "Only today")
LATE = Template("late", "pl", "utility", "paused", "Sorry")
VALUES = {"1": "Zwrot", "name": "Anna"}


def chosen(
    values: Mapping[str, str] = {}, name: str = "news", language: str = "pl"
) -> dict[str, Any]:
    return {"name": name, "language": language, "parameters": {**values}}


async def test_what_the_template_says_is_kept_whatever_the_asker_wrote(each_shop: Shop) -> None:
    await each_shop.write("Hello")
    await each_shop.approve(NEWS)

    await each_shop.answer("Something else", template=chosen(VALUES))

    said = (await each_shop.messages())[-1]
    assert said.text == "Zwrot: Anna."
    assert said.content == {"type": "template", "category": "utility", **chosen(VALUES)}


@pytest.mark.parametrize(
    "unfit", [chosen(name="gone"), chosen(name="late"), chosen(VALUES, language="en")]
)
async def test_only_what_the_provider_approved_is_sent(shop: Shop, unfit: dict[str, Any]) -> None:
    await shop.write("Hello")
    await shop.approve(NEWS, LATE)

    with pytest.raises(CannotSend) as refused:
        await shop.answer(template=unfit)

    assert refused.value.reason == "template_unknown"


@pytest.mark.parametrize(
    "unfit",
    [chosen(), chosen({**VALUES, "1": " "}), chosen({**VALUES, "more": "x"})],
)
async def test_its_values_are_those_that_it_has_places_for(
    shop: Shop, unfit: dict[str, Any]
) -> None:
    await shop.write("Hello")
    await shop.approve(NEWS)

    with pytest.raises(InvalidInput):
        await shop.answer(template=unfit)


async def test_advertising_is_refused_to_who_said_no_and_all_else_is_not(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.approve(NEWS, SALE)
    await shop.answer(template=chosen(name="sale"))
    no = AddConsent(
        contact_id=ContactId((await shop.case()).contact.id),
        purpose=Purpose.MARKETING,
        channel="",
        is_given=False,
        how="on the phone",
    )
    await add_consent(no, asker=shop.admin, deps=shop.deps)

    with pytest.raises(CannotSend) as refused:
        await shop.answer(template=chosen(name="sale"))
    await shop.answer(template=chosen(VALUES))

    assert (refused.value.reason, str(refused.value)) == (
        "no_marketing",
        "the contact wants no advertising there",
    )
    assert await shop.violations() == {}

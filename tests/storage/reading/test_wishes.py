"""What a view asks is asked as it is, whatever signs it holds."""

import pytest

from clew.domain.ids import CaseId
from clew.ports.store import CaseQuery, Place
from clew.services.cases import rename_case
from tests.fixtures.workplace import Shop


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("100%", True),
        ("10_%", False),
        ("СЧЁТ", True),
        ("счёт", True),
        ("kowal", True),
        ("x", False),
    ],
)
async def test_words_are_found_in_subjects_and_names(
    each_shop: Shop, text: str, *, is_found: bool
) -> None:
    await each_shop.write()
    case = await each_shop.case()
    await rename_case(CaseId(case.id), "Счёт на 100%", asker=each_shop.admin, deps=each_shop.deps)
    query = CaseQuery(
        workspace_id=each_shop.admin.workspace_id,
        agent_id=each_shop.admin.id,
        place=Place.OPEN,
        text=text,
    )

    async with each_shop.deps.store.read() as reader:
        found = (await reader.cases(query)).items

    assert bool(found) is is_found


async def test_a_case_is_found_by_its_number(each_shop: Shop) -> None:
    await each_shop.write()
    number = (await each_shop.case()).number
    counts = []
    for wanted in (number, number + 1):
        query = CaseQuery(
            workspace_id=each_shop.admin.workspace_id,
            agent_id=each_shop.admin.id,
            place=Place.ALL,
            number=wanted,
        )
        async with each_shop.deps.store.read() as reader:
            counts.append(len((await reader.cases(query)).items))

    assert counts == [1, 0]

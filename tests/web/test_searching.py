"""Search over HTTP: words, filters, and whatever else is typed."""

from typing import Any

import pytest

from clew.domain.people import Role
from tests.fixtures.front import Front

LONG_AGO, FAR_AHEAD = "2001-01-01T00:00:00Z", "2090-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("params", "count"),
    [
        ({"q": "kettle", "channel": "whatsapp"}, 1),
        ({"q": "kettle", "channel": "email"}, 0),
        ({"channel": "whatsapp"}, 1),
        ({"from": LONG_AGO, "to": FAR_AHEAD}, 1),
        ({"q": "kettle", "to": LONG_AGO}, 0),
        ({"q": "kettle", "from": "2001-01-01T02:00:00+02:00"}, 1),
        ({"has_file": "true"}, 0),
        ({"q": "kettle", "agent_id": "00000000-0000-0000-0000-000000000000"}, 0),
        ({"q": "kettle", "tag_id": "00000000-0000-0000-0000-000000000000"}, 0),
        ({"q": "k" * 9_000}, 0),
    ],
)
async def test_filters_leave_out(front: Front, params: dict[str, str], count: int) -> None:
    await front.shop.write("My kettle is broken")
    while await front.shop.deps.store.index(100):
        pass

    async with front.of(Role.AGENT) as client:
        found = await client.get("/search", params=params)

    assert found.status_code == 200
    assert len(found.json()["items"]) == count


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"q": "\x00"},
        {"q": "a", "from": FAR_AHEAD, "to": LONG_AGO},
        {"q": "a", "from": "9999-12-31T23:59:59Z"},
        {"q": "a", "from": "yesterday"},
        {"q": "a", "channel": "a b"},
        {"q": "a", "team_id": "x"},
        {"q": "a", "cursor": "nonsense!"},
    ],
)
async def test_what_makes_no_sense_is_refused_with_words(
    front: Front, params: dict[str, Any]
) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.get("/search", params=params)

    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]

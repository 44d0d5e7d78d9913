"""Only members get through."""

import pytest

from tests.fixtures.front import Front


@pytest.mark.parametrize("header", ["Bearer nonsense", "Bearer clew_nonsense", "Basic YTpi", ""])
async def test_a_stranger_is_told_to_sign_in(front: Front, header: str) -> None:
    async with front.client() as client:
        answer = await client.get("/cases", headers={"authorization": header} if header else {})

    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_a_foreign_page_cannot_sign_anybody_in(front: Front) -> None:
    who = {"email": "nobody@example.test", "password": "long enough"}

    async with front.client() as client:
        answer = await client.post("/session", json=who, headers={"origin": "http://evil.example"})

    assert answer.status_code == 403


async def test_a_stranger_is_refused_before_the_body_is_read(front: Front) -> None:
    async with front.client() as client:
        answer = await client.post("/cases", content=b"{" * 1_000_000)

    assert answer.status_code == 401

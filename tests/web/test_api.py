"""The API as one application."""

from clew.web.api import describe
from tests.fixtures.front import Front


async def test_the_description_is_the_same_with_and_without_a_server(front: Front) -> None:
    async with front.client() as client:
        served = (await client.get("http://clew.test/api/openapi.json")).json()

    assert describe() == served


async def test_the_documents_need_no_signing_in(front: Front) -> None:
    async with front.client() as client:
        answers = [
            await client.get(f"http://clew.test/api/{name}")
            for name in ("openapi.json", "docs", "docs.css")
        ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]

"""What the API says about itself."""

from typing import Any

import httpx
import pytest

from clew.web.documents import say_type
from clew.web.routes import API, PROCESS_ROUTES, ROUTES
from tests.fixtures.front import Front


async def get(front: Front, path: str) -> httpx.Response:
    async with front.client() as client:
        return await client.get(f"http://clew.test{path}")


async def test_the_document_has_every_operation_by_its_name(front: Front) -> None:
    document = (await get(front, "/api/openapi.json")).json()

    said = {
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
    }
    assert document["openapi"].startswith("3.1")
    assert said == {route.name for route in (*ROUTES, *PROCESS_ROUTES) if not route.is_hidden}


async def test_every_refusal_is_documented_as_a_problem(front: Front) -> None:
    document = (await get(front, "/api/openapi.json")).json()

    for path in document["paths"].values():
        for operation in path.values():
            assert "application/problem+json" in operation["responses"]["default"]["content"]
            assert operation["summary"]


async def test_snapshots_and_repeatable_requests_name_their_headers(front: Front) -> None:
    paths = (await get(front, "/api/openapi.json")).json()["paths"]

    cases = paths[f"{API}/cases"]
    assert "X-Seq" in cases["get"]["responses"]["200"]["headers"]
    assert "Idempotency-Key" in [one["name"] for one in cases["post"]["parameters"]]
    assert paths[f"{API}/session"]["post"]["security"] == []


async def test_no_name_in_the_document_is_one_of_our_modules(front: Front) -> None:
    answer = await get(front, "/api/openapi.json")

    assert "clew." not in str(sorted(answer.json()["components"]["schemas"]))


async def test_the_page_needs_nothing_from_elsewhere(front: Front) -> None:
    page = await get(front, "/api/docs")
    style = await get(front, "/api/docs.css")

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script" not in page.text
    assert "//" not in page.text.replace("<!doctype", "")
    assert "sendMessage" in page.text
    assert style.headers["content-type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (None, "anything"),
        ({"$ref": "#/components/schemas/Case"}, "Case"),
        ({"type": "array", "items": {"type": "string"}}, "list of string"),
        ({"oneOf": [{"type": "string", "format": "uuid"}, {"type": "null"}]}, "uuid or null"),
        ({"enum": ["in", "out"]}, "in | out"),
        ({"type": ["string", "null"]}, "string or null"),
    ],
)
def test_a_schema_is_said_in_a_few_words(schema: dict[str, Any] | None, words: str) -> None:
    assert say_type(schema) == words

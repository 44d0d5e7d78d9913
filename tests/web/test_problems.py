"""Whatever is refused, and whoever refuses it, is a problem document."""

from typing import Any

import pytest

from clew.domain.errors import InvalidInput
from clew.domain.people import Role
from clew.ports.store import StoreIsUnavailable
from clew.web.problems import problem_of
from tests.fixtures.front import Front, changed

MEMBERS = {"type", "title", "status", "detail", "code"}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("GET", "/cases/not-an-id", 404, "not_found"),
        ("PUT", "/cases", 405, "method_not_allowed"),
        ("GET", "/cases?limit=0", 422, "invalid_input"),
        ("GET", "/cases?place=nowhere", 422, "invalid_input"),
        ("GET", "/search", 422, "invalid_input"),
        ("POST", "/cases", 422, "invalid_input"),
    ],
)
async def test_a_refusal_has_all_members(
    front: Front, method: str, path: str, status: int, code: str
) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.request(method, path)

    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["code"] == code
    assert set(problem) >= MEMBERS


async def test_a_wrong_method_is_told_the_right_ones(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.put("/cases")

    assert answer.headers["allow"] == "GET, OPTIONS, POST"


async def test_malformed_json_says_so(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.post("/cases", content=b'{"conversation_id": ')

    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


async def test_who_leaves_in_the_middle_of_a_request_is_no_error_of_ours(
    front: Front, capfd: pytest.CaptureFixture[str]
) -> None:
    async with front.of(Role.AGENT) as client:
        cookie = (await client.get("/session")).request.headers.items()
    parts = iter([{"type": "http.request", "body": b"{", "more_body": True}])
    answered: list[int] = []

    async def receive() -> Any:
        return next(parts, {"type": "http.disconnect"})

    async def send(message: Any) -> None:
        answered.append(message.get("status", 0))

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/api/v1/cases",
        "raw_path": b"/api/v1/cases",
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in cookie],
        "client": ("127.0.0.1", 1),
        "server": ("clew.test", 80),
    }
    await front.root(scope, receive, send)

    assert answered[0] == 400
    assert "request failed" not in capfd.readouterr().out


async def test_every_wrong_value_is_named(front: Front) -> None:
    async with front.of(Role.ADMIN) as client:
        answer = await client.post("/teams", json={"name": "", "first_reply_minutes": 5})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "name"


async def test_a_body_that_is_too_long_is_refused(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.post("/cases", content=b" " * 300_000)

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


async def test_an_error_of_ours_tells_nothing_about_us(front: Front) -> None:
    class Broken:
        def read(self) -> None:
            raise RuntimeError("the password of the database is hunter2")

    async with front.of(Role.AGENT) as client:
        await client.get("/session")
        with changed(front.shop.deps, store=Broken()):
            answer = await client.get("/cases")

    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "hunter2" not in answer.text
    assert "Traceback" not in answer.text


async def test_a_store_that_is_away_is_worth_waiting_for(front: Front) -> None:
    class Away:
        def read(self) -> None:
            raise StoreIsUnavailable

    async with front.of(Role.AGENT) as client:
        await client.get("/session")
        with changed(front.shop.deps, store=Away()):
            answer = await client.get("/cases")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_a_refusal_of_the_domain_carries_its_facts() -> None:
    problem = problem_of(InvalidInput("name", "is needed"))

    assert (problem.status, problem.code) == (422, "invalid_input")
    assert problem.extra == {
        "errors": [{"field": "name", "message": "is needed", "fault": "unfit"}]
    }

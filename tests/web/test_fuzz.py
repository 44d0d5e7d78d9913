"""The whole API under made-up requests: it answers as its own document says, and never fails."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, openapi
from schemathesis.checks import CheckFunction, load_all_checks, not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from clew.domain.people import Role
from clew.web.api import describe
from tests.fixtures.front import Front, front_of
from tests.fixtures.network import find_free_port
from tests.fixtures.shops import opened_shop

EXAMPLES = 6
CHECKS: list[CheckFunction] = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]

load_all_checks()
SCHEMA = openapi.from_dict(describe())
OPERATIONS = {
    result.ok().definition.raw["operationId"]: result.ok()
    for result in SCHEMA.get_all_operations()
    if isinstance(result, Ok)
}


class Server:
    """A server with some work in it, on a loop of its own."""

    def __init__(self, folder: Path) -> None:
        self.port = find_free_port()
        self.token = ""
        self.ids: dict[str, str] = {}
        self._folder = folder
        self._is_ready = threading.Event()
        self._uvicorn: uvicorn.Server | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)

    def __enter__(self) -> Server:
        self._thread.start()
        assert self._is_ready.wait(30)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._uvicorn is not None
        self._uvicorn.should_exit = True
        self._thread.join(15)

    async def _run(self) -> None:
        async with opened_shop(self._folder, f"sqlite:///{self._folder / 'clew.db'}") as shop:
            front = await front_of(shop, self._folder / "pages")
            self.token = front.tokens[Role.ADMIN]
            await self._fill(front)
            config = uvicorn.Config(
                front.root, port=self.port, lifespan="off", log_config=None, ws="none"
            )
            self._uvicorn = uvicorn.Server(config)
            serving = asyncio.ensure_future(self._uvicorn.serve())
            while not self._uvicorn.started:  # noqa: ASYNC110  # uvicorn has no event for it
                await asyncio.sleep(0.01)
            self._is_ready.set()
            await serving
            front.desk.passwords.close()

    async def _fill(self, front: Front) -> None:
        await front.shop.write("Hello")
        case = await front.shop.case()
        async with front.of(Role.ADMIN) as admin:
            file = await admin.post("/attachments", files={"file": ("a.txt", b"text")})
        self.ids = {
            "case_id": str(case.id),
            "conversation_id": str(case.conversation_id),
            "contact_id": str(case.contact.id),
            "message_id": (await front.shop.messages())[0].id,
            "attachment_id": file.json()["id"],
            "agent_id": str(front.people[Role.AGENT].id),
            "team_id": str(front.shop.team.id),
            "inbox_id": str(front.shop.inbox.id),
        }


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("fuzz")) as made:
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_it_answers_as_it_says_it_does(server: Server, name: str) -> None:
    operation = OPERATIONS[name]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), is_real=st.booleans())
    def ask(case: Case[Any], is_real: bool) -> None:
        if is_real:
            point_at(case, server.ids)
        headers = {"Authorization": f"Bearer {server.token}"}
        response = case.call(base_url=f"http://127.0.0.1:{server.port}", headers=headers)
        case.validate_response(response, checks=CHECKS)

    ask()


def point_at(case: Case[Any], ids: dict[str, str]) -> None:
    """Let a made-up request be about things that are there."""
    parameters: Any = case.path_parameters
    for key in parameters or {}:
        if key in ids:
            parameters[key] = ids[key]
    if isinstance(case.body, dict):
        for key in case.body:
            if key in ids:
                case.body[key] = ids[key]

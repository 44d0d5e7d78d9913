from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from clew.blobs.files import FileBlobs
from clew.http.calls import HttpCalls
from clew.network.circuits import FAILURES, FIRST_PAUSE, CircuitIsOpen
from clew.ports.channel import FormField, FormFile, HttpRequest
from clew.ports.http import AddressIsForbidden, AnswerIsTooLong, NoAnswer, NotSent
from tests.clocks import StoppedClock
from tests.fixtures.network import find_free_port
from tests.http.servers import provider, read_request, talker

PNG = b"\x89PNG" + bytes(300_000)


@pytest.fixture
def blobs(tmp_path: Path) -> FileBlobs:
    return FileBlobs(tmp_path)


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
async def http(blobs: FileBlobs, clock: StoppedClock) -> AsyncIterator[HttpCalls]:
    calls = HttpCalls(blobs=blobs, clock=clock, allow_private_hosts=["127.0.0.1"])
    yield calls
    await calls.close()


def a_get(url: str, **given: Any) -> HttpRequest:
    return HttpRequest("GET", url, **given)


def a_post(url: str, **given: Any) -> HttpRequest:
    return HttpRequest("POST", url, json={"a": 1}, is_repeatable=False, **given)


async def say(body: str, status: int = 200) -> web.Response:
    return web.Response(text=body, status=status, headers={"X-Seen": "yes"})


async def test_an_answer_comes_with_status_headers_and_body(http: HttpCalls) -> None:
    asked: list[Any] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append((request.path_qs, await request.json(), dict(request.headers)))
        return await say("fine", 418)

    async with provider(answer) as url:
        response = await http.call(a_post(f"{url}/a?b=c", headers={"Authorization": "Bearer t"}))

    assert (response.status, response.headers["x-seen"], response.body) == (418, "yes", b"fine")
    path, body, headers = asked[0]
    assert (path, body) == ("/a?b=c", {"a": 1})
    assert headers["Authorization"] == "Bearer t"
    assert headers["User-Agent"].startswith("Clew/")
    assert headers["Content-Length"] == "7"


async def test_a_file_is_streamed_as_a_form_with_its_length(
    http: HttpCalls, blobs: FileBlobs
) -> None:
    got: list[Any] = []

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        file = form["file"]
        assert isinstance(file, web.FileField)
        got.append((form["type"], file.filename, file.content_type, file.file.read()))
        got.append("Transfer-Encoding" in request.headers)
        return await say("{}")

    async def chunks() -> AsyncIterator[bytes]:
        yield PNG

    stored = await blobs.save(chunks(), len(PNG))
    file = FormFile("file", stored.blob, "kот.png", "image/png", len(PNG))
    async with provider(answer) as url:
        form = HttpRequest("POST", url, multipart=(FormField("type", "image/png"), file))
        response = await http.call(form)

    assert response.status == 200
    assert got == [("image/png", "kот.png", "image/png", PNG), False]


async def test_a_download_goes_to_a_file(http: HttpCalls, blobs: FileBlobs) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=PNG)

    async with provider(answer) as url:
        response = await http.call(a_get(url, to_file=True, max_bytes=len(PNG)))

    assert response.saved is not None
    assert response.saved.sha256 == hashlib.sha256(PNG).hexdigest()
    assert b"".join([chunk async for chunk in blobs.open(response.saved.blob)]) == PNG


async def test_an_error_is_an_answer_and_no_file(http: HttpCalls) -> None:
    async with provider(lambda _: say("gone", 404)) as url:
        response = await http.call(a_get(url, to_file=True))

    assert (response.status, response.body, response.saved) == (404, b"gone", None)


@pytest.mark.parametrize("to_file", [False, True])
@pytest.mark.parametrize("says_its_length", [False, True])
async def test_an_answer_that_is_too_long_is_not_read_to_its_end(
    http: HttpCalls, tmp_path: Path, to_file: bool, says_its_length: bool
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=201)
        if says_its_length:
            response.content_length = 10**9
        await response.prepare(request)
        while True:
            await response.write(bytes(65536))

    async with provider(answer) as url:
        with pytest.raises(AnswerIsTooLong) as failure:
            await http.call(a_get(url, to_file=to_file, max_bytes=100_000))

    assert failure.value.status == 201
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


async def test_redirects_are_answers_and_not_followed(http: HttpCalls) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.path == "/first"
        raise web.HTTPFound("/second")

    async with provider(answer) as url:
        assert (await http.call(a_get(f"{url}/first"))).status == 302


async def test_cookies_are_not_kept(http: HttpCalls) -> None:
    seen: list[int] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append(len(request.cookies))
        response = web.Response()
        response.set_cookie("a", "b")
        return response

    async with provider(answer) as url:
        await http.call(a_get(url))
        await http.call(a_get(url))

    assert seen == [0, 0]


async def test_nobody_listens_and_nothing_was_sent(http: HttpCalls) -> None:
    with pytest.raises(NotSent, match="could not be reached"):
        await http.call(a_post(f"http://127.0.0.1:{find_free_port()}"))


async def test_an_unknown_name_and_nothing_was_sent(http: HttpCalls) -> None:
    with pytest.raises(NotSent, match="not known"):
        await http.call(a_post("https://no-such-host.invalid/"))


async def test_a_server_that_speaks_no_tls_was_sent_nothing(http: HttpCalls) -> None:
    async with provider(lambda _: say("plain")) as url:
        with pytest.raises(NotSent):
            await http.call(a_post(url.replace("http:", "https:")))


@pytest.mark.parametrize("says", [b"", b"HTTP/1.1 2", b"HTTP/1.1 200 OK\r\n", b"nonsense\r\n\r\n"])
async def test_a_connection_that_breaks_after_the_request_leaves_us_in_doubt(
    http: HttpCalls, says: bytes
) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(says)
        await writer.drain()

    async with talker(talk) as url:
        with pytest.raises(NoAnswer):
            await http.call(a_post(url))


async def test_an_answer_that_breaks_off_leaves_us_in_doubt(http: HttpCalls) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        await writer.drain()

    async with talker(talk) as url:
        with pytest.raises(NoAnswer, match="broke"):
            await http.call(a_post(url))


async def test_a_server_that_never_answers_leaves_us_in_doubt(http: HttpCalls) -> None:
    async def talk(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    async with talker(talk) as url:
        with pytest.raises(NoAnswer, match="in time"):
            await http.call(a_post(url, timeout=timedelta(seconds=0.1)))


async def test_a_wait_for_a_free_connection_that_lasts_too_long_sent_nothing(
    http: HttpCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clew.http.calls.CONNECTIONS_PER_HOST", 1)
    busy = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        busy.set()
        await reader.read()

    async with talker(talk) as url:
        first = asyncio.create_task(http.call(a_post(url, timeout=timedelta(seconds=1))))
        await busy.wait()
        with pytest.raises(NotSent, match="in time"):
            await http.call(a_post(url, timeout=timedelta(seconds=0.1)))
        with pytest.raises(NoAnswer):
            await first


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:1/",
        "https://localhost:1/",
        "https://127.0.0.2/",
        "https://169.254.169.254/",
    ],
)
async def test_private_addresses_are_not_called_unless_listed(http: HttpCalls, url: str) -> None:
    with pytest.raises(AddressIsForbidden):
        await http.call(a_get(url))


async def test_what_keeps_failing_is_left_alone_for_a_while(
    http: HttpCalls, clock: StoppedClock
) -> None:
    statuses = [503] * FAILURES + [200]

    async with provider(lambda _: say("", statuses.pop(0))) as url:
        for _ in range(FAILURES):
            await http.call(a_get(url), circuit="inbox")
        with pytest.raises(CircuitIsOpen):
            await http.call(a_get(url), circuit="inbox")
        clock.advance(FIRST_PAUSE)

        assert (await http.call(a_get(url), circuit="inbox")).status == 200


async def test_refusals_do_not_open_a_circuit(http: HttpCalls) -> None:
    async with provider(lambda _: say("", 400)) as url:
        for _ in range(FAILURES + 1):
            assert (await http.call(a_get(url))).status == 400


async def test_the_log_has_one_line_a_call_and_no_secret(http: HttpCalls) -> None:
    async with provider(lambda _: say("canary-answer")) as url:
        with capture_logs() as lines:
            await http.call(
                a_post(f"{url}/v1/x?token=canary-query", headers={"Authorization": "canary-header"})
            )
            with pytest.raises(NotSent):
                await http.call(a_post("https://canary-name:canary-word@x.example/"))

    assert [line["answer"] for line in lines] == ["200", "AddressIsForbidden"]
    assert lines[0]["address"] == f"{url}/v1/x"
    assert "canary" not in str(lines)

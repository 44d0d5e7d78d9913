"""The built workspace as files."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from clew.web.pages import Pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    (made / "assets").mkdir(parents=True)
    (made / ".vite").mkdir()
    (made / ".vite" / "manifest.json").write_text("{}")
    (made / "index.html").write_text("<!doctype html>")
    (made / "assets" / "index-4f2a9c31.js").write_text("let clew")
    (made / "assets" / "index-4f2a9c31.js.br").write_bytes(b"brotli")
    (made / "assets" / "clew.svg").write_text("<svg/>")
    (tmp_path / "secret.key").write_text("secret")
    return made


async def get(folder: Path, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=Pages(folder))
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    async with httpx.AsyncClient(transport=transport, base_url="http://clew.test") as client:
        client.headers["accept-encoding"] = "identity"
        return await client.request(method, path, headers=names)


@pytest.fixture
def restless_threads() -> Iterator[None]:
    """Change threads as often as can be."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-7)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless_threads")
async def test_many_files_are_asked_for_at_once(folder: Path) -> None:
    paths = [f"/assets/chunk-{number}.js" for number in range(400)]
    for path in paths:
        (folder / path[1:]).write_text(path)
    transport = httpx.ASGITransport(app=Pages(folder))
    async with httpx.AsyncClient(transport=transport, base_url="http://clew.test") as client:
        answers = await asyncio.gather(*(client.get(path) for path in paths))

    assert [one.text for one in answers] == paths


async def test_an_asset_is_kept_for_ever(folder: Path) -> None:
    answer = await get(folder, "/assets/index-4f2a9c31.js")

    assert answer.text == "let clew"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["/", "/index.html", "/cases/1", "/assets/clew.svg"])
async def test_what_may_change_under_its_name_is_asked_for_each_time(
    folder: Path, path: str
) -> None:
    answer = await get(folder, path)
    again = await get(folder, path, if_none_match=answer.headers["etag"])

    assert answer.headers["cache-control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")


async def test_a_compressed_copy_is_used_by_who_takes_it(folder: Path) -> None:
    taken: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        taken.append(message)

    scope = {
        "method": "GET",
        "path": "/assets/index-4f2a9c31.js",
        "headers": [(b"accept-encoding", b"gzip, br")],
    }
    await Pages(folder)(scope, None, send)

    assert (b"content-encoding", b"br") in taken[0]["headers"]
    assert taken[1]["body"] == b"brotli"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/index-00000000.js",
        "/.vite/manifest.json",
        "/../secret.key",
        "/%2e%2e/secret.key",
        "/..%2fsecret.key",
        "/assets/..%2f..%2fsecret.key",
    ],
)
async def test_what_is_not_for_browsers_is_not_given(folder: Path, path: str) -> None:
    answer = await get(folder, path)

    assert "secret" not in answer.text
    assert "{}" not in answer.text
    assert answer.status_code in (200, 404, 503)


async def test_a_head_has_no_body(folder: Path) -> None:
    answer = await get(folder, "/", "HEAD")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == "15"


async def test_a_page_is_not_posted_to(folder: Path) -> None:
    answer = await get(folder, "/", "POST")

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


async def test_a_missing_build_says_what_to_do(tmp_path: Path) -> None:
    answer = await get(tmp_path / "nothing", "/")

    assert answer.status_code == 503
    assert "make frontend" in answer.text


async def test_a_new_build_is_seen_without_a_restart(folder: Path) -> None:
    transport = httpx.ASGITransport(app=Pages(folder))
    async with httpx.AsyncClient(transport=transport, base_url="http://clew.test") as client:
        before = await client.get("/")
        (folder / "index.html").write_text("<!doctype html><title>2</title>")
        after = await client.get("/")

    assert before.headers["etag"] != after.headers["etag"]

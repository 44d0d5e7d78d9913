from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from clew.domain.ids import InboxId
from clew.web.widget import Widget, is_widget

SHOP = InboxId(UUID(int=1))


async def sites_of(inbox_id: InboxId) -> Sequence[str]:
    if inbox_id != SHOP:
        return ()
    return ("https://shop.example", "https://evil.example; script-src *")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    for name, text in {
        "index.html": "<!doctype html>the frame",
        "widget.js": "the loader",
        "push.js": "the worker",
        "assets/index-abc.js": "the app",
    }.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def client(built: Path) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=Widget(built, sites_of))
    return httpx.AsyncClient(transport=transport, base_url="http://clew.test")


async def test_the_site_that_shows_a_frame_is_told_and_no_other(built: Path) -> None:
    told: list[tuple[InboxId, str]] = []

    async def notice(inbox_id: InboxId, site: str) -> None:
        told.append((inbox_id, site))

    transport = httpx.ASGITransport(app=Widget(built, sites_of, notice))
    async with httpx.AsyncClient(transport=transport, base_url="http://clew.test") as client:
        for page in ("https://Shop.example/cart?x=1", "https://evil.example/", "no address"):
            await client.get(f"/widget/{SHOP}", headers={"referer": page})
        await client.get(f"/widget/{SHOP}")

    assert told == [(SHOP, "https://shop.example")]


def ancestors(answer: httpx.Response) -> str:
    return answer.headers["content-security-policy"].rpartition("frame-ancestors ")[2]


async def test_a_frame_is_shown_by_the_sites_of_its_inbox_alone(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"/widget/{SHOP}")

    assert answer.status_code == 200
    assert answer.text == "<!doctype html>the frame"
    assert ancestors(answer) == "'self' https://shop.example"
    assert "x-frame-options" not in answer.headers
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["", str(UUID(int=2)), "not-an-inbox", f"{SHOP}/more"])
async def test_a_frame_of_no_inbox_is_ours_alone(name: str, client: httpx.AsyncClient) -> None:
    assert ancestors(await client.get(f"/widget/{name}")) == "'self'"


async def test_nothing_of_a_frame_may_run_inline(client: httpx.AsyncClient) -> None:
    policy = (await client.get(f"/widget/{SHOP}")).headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


async def test_any_page_may_load_the_loader(client: httpx.AsyncClient) -> None:
    answer = await client.get("/widget.js")

    assert answer.text == "the loader"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "public, max-age=300"


async def test_assets_are_kept_for_ever(client: httpx.AsyncClient) -> None:
    answer = await client.get("/widget/assets/index-abc.js")

    assert answer.text == "the app"
    assert "immutable" in answer.headers["cache-control"]
    assert (await client.get("/widget/assets/other.js")).status_code == 404


async def test_the_push_worker_may_serve_the_frames(client: httpx.AsyncClient) -> None:
    answer = await client.get("/widget/push.js")

    assert answer.text == "the worker"
    assert answer.headers["service-worker-allowed"] == "/widget/"


def test_nothing_else_is_taken() -> None:
    paths = ["/widget.js", "/widget/", "/widget/x", "/widget", "/widgets/", "/cases/1"]

    assert [path for path in paths if is_widget(path)] == ["/widget.js", "/widget/", "/widget/x"]

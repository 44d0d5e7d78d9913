"""Is it alive, is it ready, what do the meters say."""

import pytest
from litestar.testing import RequestFactory

from clew.ports.store import StoreIsUnavailable
from clew.web.health import is_local
from tests.fixtures.front import Front, changed


async def test_a_live_process_says_so(front: Front) -> None:
    async with front.client() as client:
        answer = await client.get("http://clew.test/healthz")

    assert answer.json() == {"status": "ok"}


async def test_readiness_follows_the_database(front: Front) -> None:
    class Away:
        async def is_ready(self) -> bool:
            raise StoreIsUnavailable

    async with front.client() as client:
        ready = await client.get("http://clew.test/readyz")
        with changed(front.shop.deps, store=Away()):
            away = await client.get("http://clew.test/readyz")

    assert (ready.status_code, away.status_code) == (200, 503)


async def test_the_meters_count_what_came_in(front: Front) -> None:
    await front.shop.write()

    async with front.client(client=("127.0.0.1", 1)) as client:
        answer = await client.get("http://clew.test/metrics")

    assert 'clew_intake_events{state="done"} 1.0' in answer.text
    assert answer.headers["content-type"].count("charset") == 1
    assert "EAAG-access-token" not in answer.text


@pytest.mark.parametrize("name", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_whoever_comes_through_a_proxy_is_not_local(name: str) -> None:
    request = RequestFactory().get("/metrics", headers={name: "192.0.2.1"})

    assert not is_local(request)

import asyncio

import pytest

from clew.lmtp import listening
from tests.lmtp.taking import Kept, greeted, taking


async def test_only_so_many_are_talked_to_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "MOST_CONNECTIONS", 2)
    async with taking(Kept()) as port:
        async with greeted(port), greeted(port):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            assert (await reader.readline()).startswith(b"421 4.3.2")
            writer.close()
        await asyncio.sleep(0.01)

        async with greeted(port):
            pass

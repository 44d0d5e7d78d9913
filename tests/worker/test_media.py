from __future__ import annotations

from clew.domain.message import AttachmentState
from clew.services.fetching import Fetcher
from clew.worker.crew import Crew
from clew.worker.media import media
from tests.services.scripted_provider import said
from tests.services.world import World


async def test_files_are_fetched(world: World) -> None:
    image = {"id": "media-in", "mime_type": "image/jpeg"}
    await world.hears(type="image", image=image, text=None)
    world.provider.answers = [
        said({"url": "https://lookaside.fbsbx.com/x", "id": "media-in"}),
        await world.provider.file(b"%PDF-1.7 and more"),
    ]
    crew = Crew(2)
    fetcher = Fetcher(deps=world.deps, http=world.provider, chance=lambda: 0.5)

    assert not await media(fetcher, crew).step(None)
    await crew.finish()

    (file,) = await world.files((await world.case()).conversation_id)
    assert (file.state, file.media_type) == (AttachmentState.READY, "application/pdf")

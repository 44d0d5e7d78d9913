"""What visitors may take with them, and have deleted."""

from typing import Annotated

from litestar import Response
from litestar.params import QueryParameter

from clew.services.visitors.erasing import erase_me
from clew.services.visitors.transcript import transcript
from clew.web.contact.lobby import AtLobby, CalledBy

Zone = Annotated[str, QueryParameter(max_length=64, description="Such as `Europe/Warsaw`.")]


async def get_transcript(*, lobby: AtLobby, caller: CalledBy, zone: Zone = "") -> Response[str]:
    """Return what was said as a page, to be kept, in the time of a zone or else UTC."""
    page = await transcript(visiting=caller.visiting, room=caller.room, deps=lobby.deps, zone=zone)
    headers = {
        "content-disposition": 'attachment; filename="transcript.html"',
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    return Response(page, media_type="text/html", headers=headers)


async def delete_me(*, lobby: AtLobby, caller: CalledBy) -> None:
    """Delete the visitor's data, and sign them out everywhere."""
    await erase_me(visiting=caller.visiting, visits=lobby.visits, deps=lobby.deps)

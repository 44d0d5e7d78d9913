"""API tokens of the asker; of everybody, to administrators."""

from litestar import Response
from litestar.params import FromPath

from clew.ports.store.views import Page
from clew.services import tokens
from clew.services.tokens import TokenView
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, paged, with_seq


async def list_tokens(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[TokenView]]:
    """List the asker's tokens; administrators see everybody's."""
    return with_seq(paged(await tokens.list_tokens(asker=asker, deps=desk.deps), cursor, limit))


async def revoke_token(token_id: FromPath[str], *, desk: AtDesk, asker: AskedBy) -> None:
    """End a token; administrators end anybody's."""
    await tokens.revoke_token(token_id, asker=asker, deps=desk.deps, sessions=desk.sessions)

"""Our messages that have not arrived."""

from typing import Annotated

from litestar import Response
from litestar.params import QueryParameter

from clew.ports.store.undelivered import UndeliveredView
from clew.ports.store.views import Page
from clew.services.undelivered import Undelivered, list_undelivered
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, with_seq

State = Annotated[
    Undelivered | None,
    QueryParameter(name="state", description="By default failed and unknown ones."),
]


async def list_deliveries(
    *,
    desk: AtDesk,
    asker: AskedBy,
    delivery_state: State = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response[Page[UndeliveredView]]:
    """List replies that did not arrive, or of which nobody knows; for supervisors."""
    found = await list_undelivered(delivery_state, cursor, limit, asker=asker, deps=desk.deps)
    return with_seq(found)

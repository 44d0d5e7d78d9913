"""Saved views: the asker's own, and those that are shared."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import SavedViewId
from clew.ports.store.views import Page
from clew.services import views
from clew.services.views import SaveView, ViewCount, ViewView
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, Line, Name, paged, with_seq

Filters = Annotated[dict[Line, Line], Meta(max_length=10)]


async def list_views(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 200
) -> Response[Page[ViewView]]:
    """List the asker's views and the shared ones by name."""
    return with_seq(paged(await views.list_views(asker=asker, deps=desk.deps), cursor, limit))


async def count_views(*, desk: AtDesk, asker: AskedBy) -> Response[Page[ViewCount]]:
    """Count the cases of each view, up to a thousand."""
    found = await views.count_views(asker=asker, deps=desk.deps)
    return with_seq(paged(found, None, 200))


class NewView(Struct):
    """A new view. `filters` are parameters of `listCases`; without a place, all open cases."""

    name: Name
    filters: Filters
    shared: bool = False


async def add_view(*, data: JSONBody[NewView], desk: AtDesk, asker: AskedBy) -> ViewView:
    """Add a view; only supervisors and administrators share them."""
    command = SaveView(name=data.name, filters=data.filters, is_shared=data.shared)
    return await views.save_view(command, asker=asker, deps=desk.deps)


class ViewPatch(Struct):
    """What shall be different about a view; what is left out stays."""

    name: Name | None = None
    filters: Filters | None = None
    shared: bool | None = None


async def change_view(
    view_id: FromPath[UUID], *, data: JSONBody[ViewPatch], desk: AtDesk, asker: AskedBy
) -> ViewView:
    """Change a view of the asker's, or as a supervisor a shared one."""
    command = SaveView(
        view_id=SavedViewId(view_id),
        name=data.name,
        filters=data.filters,
        is_shared=data.shared,
    )
    return await views.save_view(command, asker=asker, deps=desk.deps)


async def delete_view(view_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> None:
    """Delete a view of the asker's, or as a supervisor a shared one."""
    await views.delete_view(SavedViewId(view_id), asker=asker, deps=desk.deps)

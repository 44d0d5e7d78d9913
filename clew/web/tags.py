"""Tags: the workspace's, and those of a case."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import CaseId, TagId
from clew.domain.tools import TagColor
from clew.ports.store.views import CaseView, Page
from clew.services import foreseeing, tags
from clew.services.asking import view_case
from clew.services.foreseeing import TagReach
from clew.services.tags import SaveTag, TagView
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, Name, paged, with_seq

TagIds = Annotated[list[UUID], Meta(max_length=100)]


async def list_tags(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 200
) -> Response[Page[TagView]]:
    """List the tags of the workspace by name, the archived ones too."""
    return with_seq(paged(await tags.list_tags(asker=asker, deps=desk.deps), cursor, limit))


class NewTag(Struct):
    """A new tag."""

    name: Name
    color: TagColor = TagColor.SLATE


async def add_tag(*, data: JSONBody[NewTag], desk: AtDesk, asker: AskedBy) -> TagView:
    """Add a tag; for supervisors and administrators."""
    command = SaveTag(name=data.name, color=data.color)
    return await tags.save_tag(command, asker=asker, deps=desk.deps)


class TagPatch(Struct):
    """What shall be different about a tag; what is left out stays."""

    name: Name | None = None
    color: TagColor | None = None
    archived: bool | None = None


async def change_tag(
    tag_id: FromPath[UUID], *, data: JSONBody[TagPatch], desk: AtDesk, asker: AskedBy
) -> TagView:
    """Change a tag or archive it; for supervisors and administrators. Cases keep it."""
    command = SaveTag(
        tag_id=TagId(tag_id), name=data.name, color=data.color, is_archived=data.archived
    )
    return await tags.save_tag(command, asker=asker, deps=desk.deps)


async def get_tag_reach(
    tag_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[TagReach]:
    """Say what archiving a tag would touch; for supervisors and administrators."""
    return with_seq(await foreseeing.reach_of_tag(TagId(tag_id), asker=asker, deps=desk.deps))


class CaseTags(Struct):
    """All tags that a case shall have.

    `expected` are those that the asker saw; the case is left alone if they have changed since.
    """

    tag_ids: TagIds
    expected: TagIds | None = None


async def tag_case(
    case_id: FromPath[UUID], *, data: JSONBody[CaseTags], desk: AtDesk, asker: AskedBy
) -> CaseView:
    """Give a case these tags and no others."""
    await tags.tag_case(
        CaseId(case_id),
        [TagId(one) for one in data.tag_ids],
        expected=None if data.expected is None else [TagId(one) for one in data.expected],
        asker=asker,
        deps=desk.deps,
    )
    async with desk.deps.store.read() as reader:
        return await view_case(reader, asker, CaseId(case_id))

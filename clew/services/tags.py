"""Tags: what there are, and which of them a case has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.errors import Conflict, InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import CaseId, TagId
from clew.domain.revisions import RevisionKind
from clew.domain.sizes import check_count
from clew.domain.tools import Tag, TagColor
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import CASE_TAGGED, TAGS_CHANGED
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.people import checked_name
from clew.services.revised_fields import fields_of_tag
from clew.services.revising import note_revision
from clew.services.snapshots import Snapshot, take
from clew.services.telling import tell_everybody

MOST_TAGS = 500
MOST_TAGS_PER_CASE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView:
    """A tag as the workspace's people see it."""

    id: UUID
    name: str
    color: TagColor
    archived: bool


def view(tag: Tag) -> TagView:
    """Return a tag as the workspace's people see it."""
    return TagView(id=tag.id, name=tag.name, color=tag.color, archived=tag.is_archived)


async def list_tags(*, asker: Asker, deps: Deps) -> Snapshot[list[TagView]]:
    """Return all tags by name, the archived ones too: cases keep them."""
    found = await take(
        lambda reader: reader.tools.tags.all(asker.workspace_id), asker=asker, deps=deps
    )
    return Snapshot(seq=found.seq, value=[view(tag) for tag in found.value])


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTag:
    """A tag as it shall be; None leaves a field as it is.

    Attributes:
        tag_id: None for a new one.
    """

    tag_id: TagId | None = None
    name: str | None = None
    color: TagColor | None = None
    is_archived: bool | None = None


async def save_tag(command: SaveTag, *, asker: Asker, deps: Deps) -> TagView:
    """Add or change a tag.

    Raises:
        NotAllowed: Agents only use tags.
        NotFound: There is no such tag here.
        InvalidInput: The name cannot be used, or is another tag's.
    """
    require(asker.agent.role, Permission.MANAGE_WORDS)
    async with deps.store.write() as tx:
        known = {tag.id: tag for tag in await tx.tools.tags.all(asker.workspace_id)}
        if command.tag_id is None and len(known) >= MOST_TAGS:
            raise InvalidInput(
                "name",
                f"there are {MOST_TAGS} tags already; archive some",
                Fault.FULL,
                most=MOST_TAGS,
            )
        before = _before(known, command, asker, deps)
        after = _changed(before, command)
        for other in known.values():
            if other.id != after.id and other.name.casefold() == after.name.casefold():
                raise InvalidInput(
                    "name", "another tag has this name; it may be archived", Fault.TAKEN
                )
        await tx.tools.tags.save(after)
        await note_revision(
            RevisionKind.TAG,
            after.id,
            fields_of_tag(before) if command.tag_id else None,
            fields_of_tag(after),
            tx,
            asker=asker,
            deps=deps,
        )
        await tell_everybody(TAGS_CHANGED, tx, asker=asker, deps=deps)
    return view(after)


def _before(known: dict[TagId, Tag], command: SaveTag, asker: Asker, deps: Deps) -> Tag:
    if command.tag_id is not None:
        if command.tag_id not in known:
            raise NotFound("tag", command.tag_id)
        return known[command.tag_id]
    if command.name is None:
        raise InvalidInput("name", "is required", Fault.MISSING)
    return Tag(
        id=TagId(deps.ids.new()),
        workspace_id=asker.workspace_id,
        name=command.name,
        color=TagColor.SLATE,
    )


def _changed(tag: Tag, command: SaveTag) -> Tag:
    return replace(
        tag,
        name=tag.name if command.name is None else checked_name(command.name),
        color=command.color or tag.color,
        is_archived=tag.is_archived if command.is_archived is None else command.is_archived,
    )


async def tag_case(
    case_id: CaseId,
    wanted: Sequence[TagId],
    *,
    asker: Asker,
    deps: Deps,
    expected: Sequence[TagId] | None = None,
) -> None:
    """Give a case these tags and no others; `expected` are those that the asker saw on it.

    Raises:
        NotFound: There is no such case here.
        InvalidInput: A tag does not exist here or is archived, or they are too many.
        Conflict: A colleague has changed them meanwhile.
    """
    require(asker.agent.role, Permission.ANSWER)
    check_count("tag_ids", set(wanted), most=MOST_TAGS_PER_CASE)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        case = await load_case(tx, asker, case_id)
        before = set(await tx.tools.tags.of_case(asker.workspace_id, case_id))
        if expected is not None and set(expected) != before:
            raise Conflict("case")
        if before == set(wanted):
            return
        known = {tag.id: tag for tag in await tx.tools.tags.all(asker.workspace_id)}
        for one in wanted:
            if one not in known or (known[one].is_archived and one not in before):
                raise InvalidInput("tag_ids", f"there is no tag {one}", Fault.UNKNOWN)
        added, removed = set(wanted) - before, before - set(wanted)
        entry = LogEntry(
            kind=CASE_TAGGED,
            at=now,
            conversation_id=case.conversation_id,
            case_id=case_id,
            actor=asker.author,
            data={
                "added": sorted(known[one].name for one in added),
                "removed": sorted(known[one].name for one in removed),
            },
        )
        await tx.record(
            Changes(
                workspace_id=asker.workspace_id,
                at=now,
                tagged={case_id: tuple(sorted(set(wanted)))},
                log=[entry],
            )
        )

"""One contact with many identities: who was joined with whom, and who may be the same person."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.errors import NotFound
from clew.domain.ids import ContactId, MergeId
from clew.domain.merging import REASON_MAX_CHARS
from clew.ports.store import Reader
from clew.ports.store.contact_views import ContactView, SuggestionView
from clew.services import snapshots
from clew.services.recognition import merging, parting, suggesting
from clew.web.parameters import AskedBy, AtDesk, with_seq

Reason = Annotated[str, Meta(max_length=REASON_MAX_CHARS, description="Why they are one person.")]


class NewMerge(Struct):
    """Who shall become a part of the contact, and why."""

    contact_id: UUID
    reason: Reason = ""


class Merged(Struct):
    """What came of a merge: its id, by which it is undone, and the contact as they are now."""

    merge_id: UUID
    contact: ContactView


async def merge_contacts(
    contact_id: FromPath[UUID], *, data: JSONBody[NewMerge], desk: AtDesk, asker: AskedBy
) -> Merged:
    """Let another contact be a part of this one, with all that is theirs; it can be undone."""
    whose = ContactId(contact_id)
    merge_id = await merging.merge_contacts(
        whose, ContactId(data.contact_id), data.reason, asker=asker, deps=desk.deps
    )
    return Merged(merge_id=merge_id, contact=await contact_of(whose, desk, asker))


async def undo_merge(
    contact_id: FromPath[UUID], merge_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> ContactView:
    """Part two contacts who were joined: each has what they had, and what came by their address."""
    whose = ContactId(contact_id)
    await parting.unmerge_contacts(whose, MergeId(merge_id), asker=asker, deps=desk.deps)
    return await contact_of(whose, desk, asker)


async def list_suggestions(
    contact_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[list[SuggestionView]]:
    """List who may be the same person, the best reason first."""
    whose = ContactId(contact_id)

    async def read(reader: Reader) -> list[SuggestionView]:
        found = await reader.suggestions(asker.workspace_id, whose)
        if not found:
            await known_contact(whose, reader, asker)
        return found

    return with_seq(await snapshots.take(read, asker=asker, deps=desk.deps))


async def dismiss_suggestion(
    contact_id: FromPath[UUID], suggestion_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> None:
    """Say that a suggested contact is not the same person; they are not suggested again."""
    await suggesting.dismiss(
        ContactId(contact_id), ContactId(suggestion_id), asker=asker, deps=desk.deps
    )


async def suggest_again(
    contact_id: FromPath[UUID], suggestion_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> None:
    """Take back that a contact is not the same person."""
    await suggesting.suggest_again(
        ContactId(contact_id), ContactId(suggestion_id), asker=asker, deps=desk.deps
    )


async def contact_of(whose: ContactId, desk: AtDesk, asker: AskedBy) -> ContactView:
    """Return a contact as they are now."""
    found = await snapshots.take_one(
        lambda reader: reader.contact(asker.workspace_id, whose),
        ("contact", whose),
        asker=asker,
        deps=desk.deps,
    )
    return found.value


async def known_contact(whose: ContactId, reader: Reader, asker: AskedBy) -> None:
    """Refuse to speak of a contact who is not here.

    Raises:
        NotFound: There is no such contact here.
    """
    if not await reader.is_contact(asker.workspace_id, whose):
        raise NotFound("contact", whose)

"""Contacts, and finding them."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Struct

from clew.domain.ids import ContactId, IdentityId
from clew.ports.store.contact_views import ContactView
from clew.ports.store.views import Named, Page
from clew.services import address_failures, conversations, searching, snapshots
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, Name, with_seq

Words = Annotated[
    str,
    QueryParameter(max_length=10_000, description="Of a long text the beginning counts."),
]


async def get_contact(
    contact_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[ContactView]:
    """Return a contact with their addresses and cases."""
    found = await snapshots.take_one(
        lambda reader: reader.contact(asker.workspace_id, ContactId(contact_id)),
        ("contact", contact_id),
        asker=asker,
        deps=desk.deps,
    )
    return with_seq(found)


class ContactPatch(Struct):
    """What shall be different about a contact."""

    name: Name


async def change_contact(
    contact_id: FromPath[UUID], *, data: JSONBody[ContactPatch], desk: AtDesk, asker: AskedBy
) -> ContactView:
    """Give a contact another name."""
    return await conversations.rename_contact(
        ContactId(contact_id), data.name, asker=asker, deps=desk.deps
    )


async def forget_failure(
    contact_id: FromPath[UUID], identity_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[ContactView]:
    """Let an address be written to again at which nothing arrived."""
    await address_failures.forget_failure(
        ContactId(contact_id), IdentityId(identity_id), asker=asker, deps=desk.deps
    )
    return await get_contact(contact_id, desk=desk, asker=asker)


async def list_contacts(
    *, desk: AtDesk, asker: AskedBy, q: Words = "", cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[Named]]:
    """List contacts by name; with `q` those whose name or address has it.

    A visitor who has not said their name is called `~` and four digits everywhere, such as `~CD0F`:
    say "visitor" in your reader's language.
    """
    return with_seq(
        await searching.search_contacts(q, cursor=cursor, limit=limit, asker=asker, deps=desk.deps)
    )

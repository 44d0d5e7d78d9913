"""What is kept about a contact: fields, consents, confirmed addresses, and who saw what."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.consent import HOW_MAX_CHARS, Consent, Purpose
from clew.domain.fields import MOST_FIELDS, NAME_MAX_CHARS, VALUE_MAX_CHARS, FieldKind
from clew.domain.ids import ContactId, IdentityId
from clew.ports.store import Reader
from clew.ports.store.contact_views import ContactView, MergeView, ShowingView
from clew.services import snapshots
from clew.services.recognition import confirming, consenting, keeping
from clew.web.parameters import NO_NUL, AskedBy, AtDesk, with_seq
from clew.web.recognition import contact_of, known_contact

FieldName = Annotated[str, Meta(min_length=1, max_length=NAME_MAX_CHARS, pattern=NO_NUL)]
Value = Annotated[str, Meta(max_length=VALUE_MAX_CHARS)]
How = Annotated[
    str, Meta(min_length=1, max_length=HOW_MAX_CHARS, description="How that was made sure of.")
]


class FieldPut(Struct):
    """A field as it shall be; without a value, what is there stays."""

    value: Value | None = None
    is_sensitive: bool = False


class ShownField(Struct):
    """A field with its value."""

    name: str
    value: str
    is_sensitive: bool


class Kind(Struct):
    """A field that every contact has."""

    name: FieldName
    is_sensitive: bool = False


class Kinds(Struct):
    """All fields that every contact has, in order."""

    items: Annotated[list[Kind], Meta(max_length=MOST_FIELDS)]


class NewConsent(Struct):
    """What a contact said, and how we know; an empty channel means everywhere."""

    purpose: Purpose
    is_given: bool
    how: How
    channel: Annotated[str, Meta(max_length=60, pattern=NO_NUL)] = ""


class ConsentView(Struct):
    """A word of a contact."""

    id: UUID
    purpose: Purpose
    channel: str
    is_given: bool
    how: str
    at: datetime
    by: str


class NewConfirmation(Struct):
    """How somebody made sure that an address is the contact's."""

    how: How


async def set_field(
    contact_id: FromPath[UUID],
    field_name: FromPath[str],
    *,
    data: JSONBody[FieldPut],
    desk: AtDesk,
    asker: AskedBy,
) -> ContactView:
    """Set a field of a contact, or add it."""
    command = keeping.SetField(name=field_name, value=data.value, is_sensitive=data.is_sensitive)
    whose = await keeping.set_field(ContactId(contact_id), command, asker=asker, deps=desk.deps)
    return await contact_of(whose, desk, asker)


async def remove_field(
    contact_id: FromPath[UUID], field_name: FromPath[str], *, desk: AtDesk, asker: AskedBy
) -> ContactView:
    """Remove a field of a contact, with its value."""
    whose = await keeping.remove_field(
        ContactId(contact_id), field_name, asker=asker, deps=desk.deps
    )
    return await contact_of(whose, desk, asker)


async def show_field(
    contact_id: FromPath[UUID], field_name: FromPath[str], *, desk: AtDesk, asker: AskedBy
) -> ShownField:
    """Return a field with its value; of a sensitive one it is kept who saw it, and when."""
    field = await keeping.show_field(ContactId(contact_id), field_name, asker=asker, deps=desk.deps)
    return ShownField(name=field.name, value=field.value, is_sensitive=field.is_sensitive)


async def list_showings(
    contact_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[list[ShowingView]]:
    """List who saw sensitive fields of a contact, the latest first."""
    whose = ContactId(contact_id)

    async def read(reader: Reader) -> list[ShowingView]:
        await known_contact(whose, reader, asker)
        return await reader.dossiers.showings(asker.workspace_id, whose)

    return with_seq(await snapshots.take(read, asker=asker, deps=desk.deps))


async def list_field_kinds(*, desk: AtDesk, asker: AskedBy) -> Response[Kinds]:
    """List the fields that every contact has."""

    async def read(reader: Reader) -> Kinds:
        return _kinds(await reader.dossiers.field_kinds(asker.workspace_id))

    return with_seq(await snapshots.take(read, asker=asker, deps=desk.deps))


async def set_field_kinds(*, data: JSONBody[Kinds], desk: AtDesk, asker: AskedBy) -> Kinds:
    """Say which fields every contact has; for supervisors and administrators."""
    wanted = [FieldKind(name=one.name, is_sensitive=one.is_sensitive) for one in data.items]
    return _kinds(await keeping.set_field_kinds(wanted, asker=asker, deps=desk.deps))


async def list_consents(
    contact_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[list[ConsentView]]:
    """List what a contact agreed to and took back, the latest first."""
    whose = ContactId(contact_id)

    async def read(reader: Reader) -> list[ConsentView]:
        await known_contact(whose, reader, asker)
        return [_view(one) for one in await reader.dossiers.consents(asker.workspace_id, whose)]

    return with_seq(await snapshots.take(read, asker=asker, deps=desk.deps))


async def add_consent(
    contact_id: FromPath[UUID], *, data: JSONBody[NewConsent], desk: AtDesk, asker: AskedBy
) -> ConsentView:
    """Write down that a contact agrees to something, or no longer does."""
    command = consenting.AddConsent(
        contact_id=ContactId(contact_id),
        purpose=data.purpose,
        is_given=data.is_given,
        channel=data.channel,
        how=data.how,
    )
    return _view(await consenting.add_consent(command, asker=asker, deps=desk.deps))


async def list_merges(
    contact_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[list[MergeView]]:
    """List whom a contact was joined with, and whom they were parted from, the latest first."""
    whose = ContactId(contact_id)

    async def read(reader: Reader) -> list[MergeView]:
        await known_contact(whose, reader, asker)
        return await reader.dossiers.merges(asker.workspace_id, whose)

    return with_seq(await snapshots.take(read, asker=asker, deps=desk.deps))


async def confirm_identity(
    contact_id: FromPath[UUID],
    identity_id: FromPath[UUID],
    *,
    data: JSONBody[NewConfirmation],
    desk: AtDesk,
    asker: AskedBy,
) -> ContactView:
    """Write down that somebody made sure that an address is the contact's, and how."""
    whose = ContactId(contact_id)
    await confirming.confirm_identity(
        whose, IdentityId(identity_id), data.how, asker=asker, deps=desk.deps
    )
    return await contact_of(whose, desk, asker)


async def unconfirm_identity(
    contact_id: FromPath[UUID], identity_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> ContactView:
    """Take back that an address was confirmed by a person."""
    whose = ContactId(contact_id)
    await confirming.unconfirm_identity(whose, IdentityId(identity_id), asker=asker, deps=desk.deps)
    return await contact_of(whose, desk, asker)


def _kinds(kinds: tuple[FieldKind, ...]) -> Kinds:
    return Kinds(items=[Kind(name=one.name, is_sensitive=one.is_sensitive) for one in kinds])


def _view(consent: Consent) -> ConsentView:
    return ConsentView(
        id=consent.id,
        purpose=consent.purpose,
        channel=consent.channel,
        is_given=consent.is_given,
        how=consent.how,
        at=consent.at,
        by=consent.by.name if consent.by else "",
    )

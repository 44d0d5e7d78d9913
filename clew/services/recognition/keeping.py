"""A contact's fields: set, removed, and shown where they are sensitive, which is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from clew.domain.access import Permission, may, require
from clew.domain.errors import NotFound
from clew.domain.fields import (
    ContactField,
    FieldKind,
    IdentityIsNotConfirmed,
    checked_kinds,
    field_of,
    is_covered,
    with_field,
    with_kinds,
    without_field,
)
from clew.domain.ids import ContactId
from clew.domain.merging import Party
from clew.domain.recognition import confidence_of
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import CONTACT_CHANGED, FIELD_SHOWN
from clew.services.asking import Asker
from clew.services.deps import Deps


@dataclass(frozen=True, slots=True, kw_only=True)
class SetField:
    """A field as it shall be; a value of None leaves what is there."""

    name: str
    value: str | None = None
    is_sensitive: bool = False


async def set_field(
    contact_id: ContactId, command: SetField, *, asker: Asker, deps: Deps
) -> ContactId:
    """Set a field of a contact, or add it; return whose it is now.

    Raises:
        NotFound: There is no such contact here.
        IdentityIsNotConfirmed: A sensitive value would no longer be, before one may see it.
        InvalidInput: The name or the value cannot be used.
    """
    require(asker.agent.role, Permission.ANSWER)
    async with deps.store.write() as tx:
        party, fields = await _load(contact_id, tx, asker)
        known = field_of(fields, command.name)
        uncovers = known is not None and known.is_sensitive and not command.is_sensitive
        if known is not None and uncovers and known.value and command.value is None:
            await _check(known, party, tx, asker)
        value = command.value if command.value is not None else known.value if known else ""
        field = ContactField(name=command.name, value=value, is_sensitive=command.is_sensitive)
        await _save(with_field(party.fields, field), party, field.name, asker, tx=tx, deps=deps)
        return party.contact.id


async def remove_field(contact_id: ContactId, name: str, *, asker: Asker, deps: Deps) -> ContactId:
    """Remove a field of a contact with its value; one that is not there is gone already.

    Raises:
        NotFound: There is no such contact here.
        IdentityIsNotConfirmed: It is sensitive, and one may not see what it is.
    """
    require(asker.agent.role, Permission.ANSWER)
    async with deps.store.write() as tx:
        party, fields = await _load(contact_id, tx, asker)
        known = field_of(fields, name)
        if known is not None and field_of(party.fields, name) is not None:
            await _check(known, party, tx, asker)
            left = without_field(party.fields, name)
            await _save(left, party, known.name, asker, tx=tx, deps=deps)
        return party.contact.id


async def show_field(contact_id: ContactId, name: str, *, asker: Asker, deps: Deps) -> ContactField:
    """Return a field with its value; that a sensitive one was shown, and to whom, is kept.

    Raises:
        NotFound: There is no such contact or field here.
        IdentityIsNotConfirmed: It is sensitive, and we don't know yet who writes.
    """
    require(asker.agent.role, Permission.ANSWER)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        party, fields = await _load(contact_id, tx, asker)
        field = field_of(fields, name)
        if field is None:
            raise NotFound("field", name)
        await _check(field, party, tx, asker)
        if field.is_sensitive and field.value:
            told = LogEntry(
                kind=FIELD_SHOWN,
                at=now,
                contact_id=party.contact.id,
                actor=asker.author,
                data={"field": field.name},
            )
            await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=[told]))
    return field


async def set_field_kinds(
    kinds: Sequence[FieldKind], *, asker: Asker, deps: Deps
) -> tuple[FieldKind, ...]:
    """Say which fields every contact has; values that contacts have stay theirs.

    Raises:
        NotAllowed: Only those who lead may.
        InvalidInput: A name cannot be used, or there are two of it.
    """
    require(asker.agent.role, Permission.MANAGE_WORDS)
    wanted = checked_kinds(kinds)
    async with deps.store.write() as tx:
        await tx.dossiers.set_field_kinds(asker.workspace_id, wanted)
    return wanted


async def _load(
    contact_id: ContactId, tx: Transaction, asker: Asker
) -> tuple[Party, tuple[ContactField, ...]]:
    found = await tx.joining.parties(asker.workspace_id, [contact_id])
    if contact_id not in found:
        raise NotFound("contact", contact_id)
    party = found[contact_id]
    return party, with_kinds(party.fields, await tx.dossiers.field_kinds(asker.workspace_id))


async def _check(field: ContactField, party: Party, tx: Transaction, asker: Asker) -> None:
    if may(asker.agent.role, Permission.REVEAL):
        return
    claims = await tx.dossiers.claims(asker.workspace_id, party.identities)
    if is_covered(field, confidence_of([*party.identities, *claims])):
        raise IdentityIsNotConfirmed


async def _save(
    fields: Sequence[ContactField],
    party: Party,
    name: str,
    asker: Asker,
    *,
    tx: Transaction,
    deps: Deps,
) -> None:
    now = deps.clock.now()
    await tx.dossiers.set_fields(asker.workspace_id, party.contact.id, fields)
    told = LogEntry(
        kind=CONTACT_CHANGED,
        at=now,
        contact_id=party.contact.id,
        actor=asker.author,
        data={"field": name},
    )
    await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=[told]))

"""Inboxes, their sealed secrets, their health and their templates."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, exists, func, insert, select, update

from clew.domain.ids import InboxId, WorkspaceId
from clew.domain.people import Inbox, InboxStage, InboxState
from clew.ports.channel import Template
from clew.ports.store.people import InboxNews
from clew.storage.engine import AnyRow
from clew.storage.people.workplaces import save
from clew.storage.schema import cases, deliveries, identities, inbox_secrets, last_inbound
from clew.storage.schema import inboxes as inboxes_table
from clew.storage.schema import templates as templates_table
from clew.storage.schema.cases import IS_OPEN
from clew.storage.schema.messages import IS_QUEUED
from clew.storage.unit import Many, Unit, Values

_FIELDS = tuple(Inbox.__dataclass_fields__)
# Which column each piece of news is kept in.
_NEWS = {
    "received_at": "last_received_at",
    "sent_at": "last_sent_at",
    "error_at": "last_error_at",
    "state": "state",
    "reason": "reason",
    "shown_at": "shown_at",
    "shown_on": "shown_on",
}


async def save_inbox(
    unit: Unit, inbox: Inbox, sealed_secrets: Mapping[str, bytes] | None = None
) -> None:
    """Add or replace an inbox; without secrets they stay, with some those are replaced."""
    values = {name: getattr(inbox, name) for name in _FIELDS}
    await save(
        unit, inboxes_table, {**values, "state": inbox.state.value, "stage": inbox.stage.value}
    )
    for name, sealed in (sealed_secrets or {}).items():
        secret = {
            "workspace_id": inbox.workspace_id,
            "inbox_id": inbox.id,
            "name": name,
            "sealed": sealed,
        }
        await save(unit, inbox_secrets, secret)


async def all_inboxes(unit: Unit, workspace_id: WorkspaceId | None = None) -> list[Inbox]:
    """Return the inboxes of one workspace, or of all, the oldest first."""
    query = select(inboxes_table).order_by(inboxes_table.c.created_at, inboxes_table.c.id)
    if workspace_id is not None:
        query = query.where(inboxes_table.c.workspace_id == workspace_id)
    return [inbox_from(row) for row in await unit.all(query)]


async def inbox(unit: Unit, inbox_id: InboxId) -> tuple[Inbox, Mapping[str, bytes]] | None:
    """Return an inbox and its sealed secrets."""
    row = await unit.first(select(inboxes_table).where(inboxes_table.c.id == inbox_id))
    if row is None:
        return None
    secrets = await unit.all(
        select(inbox_secrets.c.name, inbox_secrets.c.sealed).where(
            inbox_secrets.c.workspace_id == row.workspace_id,
            inbox_secrets.c.inbox_id == inbox_id,
        )
    )
    return inbox_from(row), {secret[0]: secret[1] for secret in secrets}


async def note_inbox(unit: Unit, inbox_id: InboxId, news: InboxNews) -> None:
    """Keep what was learned of an inbox's health; None leaves a field alone."""
    learned: Values = {
        column: value
        for name, column in _NEWS.items()
        if (value := getattr(news, name)) is not None
    }
    if learned:
        await unit.connection.execute(
            update(inboxes_table).where(inboxes_table.c.id == inbox_id).values(learned)
        )


async def queued_in(unit: Unit, inbox_id: InboxId) -> int:
    """Return how many deliveries wait in an inbox."""
    row = await unit.first(
        select(func.count())
        .select_from(deliveries)
        .where(deliveries.c.inbox_id == inbox_id, IS_QUEUED)
    )
    return int(row[0]) if row else 0


async def cases_reaching(unit: Unit, inbox: Inbox, at_most: int) -> int:
    """Return how many open cases are of contacts who have written to an inbox."""
    has_written = exists().where(
        identities.c.workspace_id == inbox.workspace_id,
        identities.c.contact_id == cases.c.contact_id,
        last_inbound.c.workspace_id == inbox.workspace_id,
        last_inbound.c.identity_id == identities.c.id,
        last_inbound.c.inbox_id == inbox.id,
        last_inbound.c.at.is_not(None),
    )
    some = (
        select(cases.c.id)
        .where(cases.c.workspace_id == inbox.workspace_id, IS_OPEN, has_written)
        .limit(at_most)
        .subquery()
    )
    row = await unit.first(select(func.count()).select_from(some))
    return int(row[0]) if row else 0


async def queued(unit: Unit, workspace_id: WorkspaceId | None = None) -> dict[InboxId, int]:
    """Return how many deliveries wait in each inbox of one workspace, or of all."""
    query = select(deliveries.c.inbox_id, func.count()).where(IS_QUEUED)
    if workspace_id is not None:
        query = query.where(deliveries.c.workspace_id == workspace_id)
    return {
        InboxId(row[0]): row[1] for row in await unit.all(query.group_by(deliveries.c.inbox_id))
    }


async def secret_names(unit: Unit, workspace_id: WorkspaceId) -> dict[InboxId, set[str]]:
    """Return which secrets each inbox of a workspace has."""
    query = select(inbox_secrets.c.inbox_id, inbox_secrets.c.name)
    names: dict[InboxId, set[str]] = {}
    for row in await unit.all(query.where(inbox_secrets.c.workspace_id == workspace_id)):
        names.setdefault(InboxId(row[0]), set()).add(row[1])
    return names


async def save_templates(
    unit: Unit, workspace_id: WorkspaceId, inbox_id: InboxId, templates: Sequence[Template]
) -> None:
    """Replace the templates of an inbox."""
    await unit.connection.execute(
        delete(templates_table).where(
            templates_table.c.workspace_id == workspace_id, templates_table.c.inbox_id == inbox_id
        )
    )
    rows = {
        (one.name, one.language): {
            "workspace_id": workspace_id,
            "inbox_id": inbox_id,
            **{name: getattr(one, name) for name in Template.__dataclass_fields__},
        }
        for one in templates
    }
    await unit.run(Many(insert(templates_table)), list(rows.values()))


async def all_templates(unit: Unit, workspace_id: WorkspaceId, inbox_id: InboxId) -> list[Template]:
    """Return the templates of an inbox by name."""
    rows = await unit.all(
        select(templates_table)
        .where(
            templates_table.c.workspace_id == workspace_id, templates_table.c.inbox_id == inbox_id
        )
        .order_by(templates_table.c.name, templates_table.c.language)
    )
    return [
        Template(**{name: getattr(row, name) for name in Template.__dataclass_fields__})
        for row in rows
    ]


def inbox_from(row: AnyRow) -> Inbox:
    """Return the inbox of a row of the table."""
    fields = {name: getattr(row, name) for name in _FIELDS}
    return Inbox(**{**fields, "state": InboxState(row.state), "stage": InboxStage(row.stage)})

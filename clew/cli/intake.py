"""Look at what providers sent, as it was received, and let it be read again."""

from typing import Annotated

import typer

from clew.cli.running import Data, Database
from clew.cli.said import Finding, WrongUse, say_json, say_rows
from clew.cli.setting_up import AsJson, run_with
from clew.ports.store import IntakeEvent, IntakeState
from clew.services.deps import Deps

EventId = Annotated[int, typer.Argument(help="Number of the event.")]


def list_events(
    *,
    state: Annotated[
        list[IntakeState] | None, typer.Option(help="Only these; by default quarantined.")
    ] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1, max=10_000)] = 50,
    as_json: AsJson = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """List events, the newest first."""

    async def use(deps: Deps) -> list[IntakeEvent]:
        return await deps.store.intake.find(state or [IntakeState.QUARANTINED], limit)

    rows: list[dict[str, object]] = [
        {
            "id": event.id,
            "inbox_id": str(event.inbox_id),
            "received_at": event.received_at,
            "state": event.state.value,
            "attempts": event.attempts,
            "bytes": len(event.body),
            "reason": event.reason,
        }
        for event in run_with(use, data, database)
    ]
    say_rows(rows, as_json=as_json)


def show(event_id: EventId, data: Data = None, database: Database = None) -> None:
    """Print one event with its body, as JSON."""

    async def use(deps: Deps) -> IntakeEvent | None:
        return await deps.store.intake.get(event_id)

    event = run_with(use, data, database)
    if event is None:
        raise WrongUse(f"there is no event {event_id}; `clew intake list` shows which there are")
    say_json(
        {
            "id": event.id,
            "inbox_id": str(event.inbox_id),
            "received_at": event.received_at,
            "state": event.state.value,
            "attempts": event.attempts,
            "reason": event.reason,
            "headers": dict(event.headers),
            "body": event.body.decode("utf-8", "backslashreplace"),
        }
    )


def replay(
    event_ids: Annotated[
        list[int] | None, typer.Argument(help="Numbers of events; none with --all.")
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All that are quarantined.")] = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """Let events be read again; what had its effect already has none again."""
    if not event_ids and not everything:
        raise WrongUse("name the events to replay, or say --all")

    async def use(deps: Deps) -> int:
        wanted = list(event_ids or [])
        if everything:
            found = await deps.store.intake.find([IntakeState.QUARANTINED], 10_000)
            wanted = [event.id for event in found]
        return await deps.store.intake.replay(wanted)

    count = run_with(use, data, database)
    print(f"{count} events will be read again")
    if not count and not everything:
        raise Finding("none of these events is there, or they wait to be read already")

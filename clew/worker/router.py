"""What waits in queues goes to agents who take work: at once where there is news."""

from datetime import timedelta
from uuid import UUID

from clew.domain.ids import WorkspaceId
from clew.ports.bus import Topic
from clew.services.deps import Deps
from clew.services.routing import route
from clew.worker.loop import Loop

BATCH = 200
POLL = timedelta(seconds=3)
REST = timedelta(seconds=0.05)


def router(deps: Deps) -> Loop:
    """Return the worker."""

    async def step(hint: UUID | None) -> bool:
        wanted = [WorkspaceId(hint)] if hint is not None else await _all_workspaces(deps)
        given = [await route(workspace_id, deps, BATCH) for workspace_id in wanted]
        return any(given)

    return Loop(
        name="router",
        step=step,
        topic=Topic.ROUTING,
        poll=POLL,
        is_by_workspace=True,
        rest=REST,
    )


async def _all_workspaces(deps: Deps) -> list[WorkspaceId]:
    async with deps.store.read() as reader:
        return [workspace.id for workspace in await reader.people.workspaces()]

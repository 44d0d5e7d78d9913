"""List the tokens of programs, and end them."""

from typing import Annotated

import typer

from clew.cli.running import Data, Database
from clew.cli.said import say_rows
from clew.cli.setting_up import AsJson, WorkspaceName, run_with
from clew.services.deps import Deps
from clew.services.sessions import Sessions
from clew.services.setting_up import find_workspace, operator_of
from clew.services.tokens import list_tokens, revoke_token


def token_list(
    *,
    workspace: WorkspaceName = None,
    as_json: AsJson = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """List the API tokens of a workspace: what each is for, and who it acts as."""

    async def use(deps: Deps) -> list[dict[str, object]]:
        asker = await operator_of(await find_workspace(workspace, deps=deps), deps=deps)
        found = await list_tokens(asker=asker, deps=deps)
        return [{"id": one.id, "name": one.name, "agent": one.agent_name} for one in found.value]

    say_rows(run_with(use, data, database), as_json=as_json)


def token_revoke(
    token_id: Annotated[str, typer.Argument(help="Its id, as `clew token list` shows it.")],
    *,
    workspace: WorkspaceName = None,
    data: Data = None,
    database: Database = None,
) -> None:
    """End an API token; whoever has it is a stranger from the next request on."""

    async def use(deps: Deps) -> None:
        asker = await operator_of(await find_workspace(workspace, deps=deps), deps=deps)
        sessions = Sessions(deps.store, deps.clock)
        await revoke_token(token_id, asker=asker, deps=deps, sessions=sessions)

    run_with(use, data, database)

"""Make workspaces, connect inboxes, create tokens."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from clew.cli.running import Data, Database
from clew.cli.said import WrongUse, say_json, say_rows, secrets_from_stdin
from clew.domain.people import Role
from clew.services.deps import Deps
from clew.services.inboxes import AddInbox, add_inbox
from clew.services.passwords import Passwords
from clew.services.people import AddAgent, add_agent
from clew.services.setting_up import begin_workspace, find_workspace, operator_of
from clew.services.signing_in import MakeToken, make_token
from clew.settings import read_settings

T = TypeVar("T")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
WorkspaceName = Annotated[
    str | None, typer.Option("--workspace", help="Which workspace, if there are several.")
]


def run_with(
    use: Callable[[Deps], Awaitable[T]],
    data: Data = None,
    database: Database = None,
    *,
    may_be_new: bool = False,
) -> T:
    """Open what the services need, use it, close it.

    Raises:
        WrongUse: There is no database yet; only a command that begins something makes one.
    """
    from clew.app import opened

    settings = read_settings(data=data, database=database)
    if not may_be_new and not settings.has_database:
        raise WrongUse(
            f"there is no database in {settings.data.absolute()}; `clew init` makes one, and"
            " --data or CLEW_DATA names another folder"
        )

    async def inside() -> T:
        async with opened(settings) as deps:
            return await use(deps)

    return asyncio.run(inside())


def init(
    workspace: Annotated[str, typer.Option(help="Name of the workspace.")],
    admin_email: Annotated[str, typer.Option(help="E-mail address of its administrator.")],
    *,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """Make a workspace and its administrator; again with another name, another workspace."""
    if not password_stdin:
        raise WrongUse("add --password-stdin and give the password on standard input")
    password = secrets_from_stdin(["the password"])["the password"]

    async def use(deps: Deps) -> dict[str, object]:
        made = await begin_workspace(
            workspace, admin_email, password, deps=deps, passwords=Passwords()
        )
        return {
            "workspace_id": str(made.workspace.id),
            "workspace": made.workspace.name,
            "admin_email": made.admin.email,
            "team_id": str(made.team.id),
        }

    say_json(run_with(use, data, database, may_be_new=True))


def agent_add(
    email: Annotated[str, typer.Option(help="E-mail address to sign in with.")],
    name: Annotated[str, typer.Option(help="Name that colleagues and contacts see.")],
    *,
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.AGENT,
    workspace: WorkspaceName = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """Add a person who answers, to every team there is."""
    if not password_stdin:
        raise WrongUse("add --password-stdin and give the password on standard input")
    password = secrets_from_stdin(["the password"])["the password"]

    async def use(deps: Deps) -> dict[str, object]:
        asker = await operator_of(await find_workspace(workspace, deps=deps), deps=deps)
        workplace = await deps.directory.workplace(asker.workspace_id)
        command = AddAgent(
            name=name, email=email, role=role, team_ids=tuple(workplace.teams), password=password
        )
        made = await add_agent(command, asker=asker, deps=deps, passwords=Passwords())
        return {"agent_id": str(made.id), "email": made.email, "role": made.role.value}

    say_json(run_with(use, data, database))


def inbox_add(
    channel: Annotated[str, typer.Argument(help="Channel, such as whatsapp.")],
    *,
    name: Annotated[str, typer.Option(help="Name of the inbox.")],
    set_: Annotated[
        list[str] | None, typer.Option("--set", help="A setting, as key=value; repeat it.")
    ] = None,
    secret: Annotated[
        list[str] | None,
        typer.Option("--secret", help="A secret, as key=-: read from standard input, one a line."),
    ] = None,
    workspace: WorkspaceName = None,
    data: Data = None,
    database: Database = None,
) -> None:
    """Connect an inbox; prints its id and webhook path as JSON."""
    settings = dict(_pair(one, "--set") for one in set_ or [])
    secrets = secrets_from_stdin([_secret_name(one) for one in secret or []])

    async def use(deps: Deps) -> dict[str, object]:
        asker = await operator_of(await find_workspace(workspace, deps=deps), deps=deps)
        command = AddInbox(
            channel=channel, name=name, team_id=None, settings=settings, secrets=secrets
        )
        inbox = await add_inbox(command, asker=asker, deps=deps)
        return {
            "inbox_id": str(inbox.id),
            "channel": inbox.channel,
            "name": inbox.name,
            "webhook_path": f"/hooks/{inbox.id}",
        }

    say_json(run_with(use, data, database))


def inbox_list(*, as_json: AsJson = False, data: Data = None, database: Database = None) -> None:
    """List the inboxes of all workspaces."""

    async def use(deps: Deps) -> list[dict[str, object]]:
        async with deps.store.read() as reader:
            inboxes = await reader.people.inboxes()
        return [
            {
                "inbox_id": str(inbox.id),
                "channel": inbox.channel,
                "name": inbox.name,
                "state": inbox.state.value,
                "reason": inbox.reason or None,
                "last_received_at": inbox.last_received_at,
                "webhook_path": f"/hooks/{inbox.id}",
            }
            for inbox in inboxes
        ]

    say_rows(run_with(use, data, database), as_json=as_json)


def token_create(
    email: Annotated[str, typer.Option(help="Whose token it is.")],
    name: Annotated[str, typer.Option(help="What it is for.")],
    *,
    workspace: WorkspaceName = None,
    as_json: AsJson = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """Create an API token; it is printed once and kept nowhere."""

    async def use(deps: Deps) -> str:
        command = MakeToken(email=email, name=name, workspace=workspace)
        return await make_token(command, deps=deps)

    made = run_with(use, data, database)
    if as_json:
        say_json({"token": made})
    else:
        print(made)


def _pair(text: str, option: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise WrongUse(f"{option} takes key=value, not {text!r}")
    return key, value


def _secret_name(text: str) -> str:
    key, _, value = text.partition("=")
    if not key or value not in {"", "-"}:
        raise WrongUse("--secret takes key=-; the secret itself is read from standard input")
    return key

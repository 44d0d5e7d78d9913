"""All commands on one screen."""

from typing import Annotated

import typer

from clew import __version__
from clew.cli import archives, checking, intake, mail, running, setting_up, tokens

app = typer.Typer(
    name="clew",
    help="Clew: a contact centre that never loses the thread.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
inbox = typer.Typer(no_args_is_help=True, help="Connect channels.")
token = typer.Typer(no_args_is_help=True, help="Tokens for programs.")
agent = typer.Typer(no_args_is_help=True, help="People who answer.")
mail_group = typer.Typer(no_args_is_help=True, help="Mails in files.")
intake_group = typer.Typer(no_args_is_help=True, help="What providers sent, as received.")

app.command("up")(running.up)
app.command("demo")(running.demo)
app.command("init")(setting_up.init)
app.command("assist", hidden=True)(running.assist)
app.command("migrate")(running.migrate)
app.command("doctor")(checking.doctor)
app.command("audit")(checking.audit)
app.command("openapi")(running.openapi)
inbox.command("add")(setting_up.inbox_add)
inbox.command("list")(setting_up.inbox_list)
token.command("create")(setting_up.token_create)
token.command("list")(tokens.token_list)
token.command("revoke")(tokens.token_revoke)
agent.command("add")(setting_up.agent_add)
intake_group.command("list")(intake.list_events)
intake_group.command("show")(intake.show)
intake_group.command("replay")(intake.replay)
mail_group.command("parse")(mail.parse)
mail_group.command("import")(archives.import_archives)
app.add_typer(inbox, name="inbox")
app.add_typer(token, name="token")
app.add_typer(agent, name="agent")
app.add_typer(intake_group, name="intake")
app.add_typer(mail_group, name="mail")


def _version(asked: bool) -> None:  # noqa: FBT001 - how a flag's callback is called
    if asked:
        print(__version__)
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Clew: a contact centre that never loses the thread."""


program = typer.main.get_command(app)

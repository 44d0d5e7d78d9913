"""Run the server, or prepare what it runs on."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated

import typer

from clew.cli.said import say_json
from clew.settings import Settings, read_settings

Host = Annotated[str | None, typer.Option(help="Address to listen on.")]
Port = Annotated[int | None, typer.Option(help="Port to listen on.")]
Data = Annotated[Path | None, typer.Option(help="Folder for the database, files and the key.")]
Database = Annotated[str | None, typer.Option(help="Database address; by default SQLite.")]


def up(host: Host = None, port: Port = None, data: Data = None, database: Database = None) -> None:
    """Run Clew."""
    settings = read_settings(host=host, port=port, data=data, database=database)
    from clew.app import serve

    run_fast(serve(settings, on_ready=_say_where))


def demo(
    host: Host = None, port: Port = None, data: Data = None, database: Database = None
) -> None:
    """Run Clew with a sample workspace and simulated phones."""
    from clew.demo.running import run_demo

    settings = read_settings(host=host, port=port, data=data, database=database)
    run_fast(run_demo(settings))


def migrate(data: Data = None, database: Database = None) -> None:
    """Bring the database to the newest schema."""
    from clew.app import migrate_database

    settings = read_settings(data=data, database=database)
    asyncio.run(migrate_database(settings))
    print("the database has the newest schema")


def assist(fd: int) -> None:
    """Take events in for a running server, which starts this itself."""
    from clew.app import assist_server

    run_fast(assist_server(read_settings(), fd))


def openapi() -> None:
    """Print the API's description, OpenAPI 3.1."""
    from clew.app import describe_api

    say_json(describe_api())


def _say_where(settings: Settings) -> None:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"Clew is open at {settings.public_url or f'http://{host}:{settings.port}'}", flush=True)


def run_fast(main: Coroutine[None, None, None]) -> None:
    """Run a server on the fastest event loop there is: uvloop, but on Windows."""
    factory: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop
    with contextlib.suppress(ImportError):
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(main)

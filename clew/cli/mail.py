"""Read mails without a database: one line of JSON for each."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from clew.cli.said import complain, say_json


def parse(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Mails or mbox archives; standard input if none.", metavar="FILE …"),
    ] = None,
) -> None:
    """Print what mails say, one line of JSON each."""
    amiss = 0
    for name, source in _sources(files):
        try:
            amiss += sum(not _say(name, raw) for raw in source)
        except OSError as problem:
            complain(f"{name}: {problem.strerror}")
            amiss += 1
    if amiss:
        raise typer.Exit(1)


def _sources(files: list[Path] | None) -> Iterator[tuple[str, Iterator[bytes]]]:
    from clew.channels.email.archives import mails_in  # loading it takes longer than most commands

    if not files:
        yield "standard input", mails_in(sys.stdin.buffer)
        return
    for path in files:
        yield str(path), _opened(path)


def _opened(path: Path) -> Iterator[bytes]:
    from clew.channels.email.archives import mails_in

    with path.open("rb") as stream:
        yield from mails_in(stream)


def _say(name: str, raw: bytes) -> bool:
    from clew.channels.email.mime.limits import MAX_MAIL_BYTES
    from clew.channels.email.parsing import parse_mail
    from clew.channels.email.printed import as_printed
    from clew.ports.channel import Unparsable

    try:
        mail = parse_mail(raw, datetime.now(UTC))
    except Unparsable as problem:
        complain(f"{name}: {problem}")
        return False
    say_json(as_printed(mail))
    if len(raw) >= MAX_MAIL_BYTES:
        complain(f"{name}: a mail is longer than {MAX_MAIL_BYTES:,} bytes; the rest was not read")
        return False
    return True

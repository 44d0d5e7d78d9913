"""Bring archives of mail in: mbox files, Maildirs and single mails, with a bar that shows how far.

Files of one mail each are brought in by the date in their headers, an archive in its own order.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from clew.cli.running import Data, Database
from clew.cli.said import Finding, WrongUse
from clew.cli.setting_up import run_with
from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.services.deps import Deps
from clew.services.importing import Tally, import_batch

BATCH_MAILS = 100
BATCH_BYTES = 16 * 1024 * 1024
LARGEST_MAIL = 40 * 1024 * 1024
MAILDIR = ("cur", "new")
HEADER_BYTES = 64 * 1024
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Source:
    """A file with mails."""

    path: Path
    byte_count: int
    written_at: datetime


def import_archives(
    files: Annotated[
        list[Path],
        typer.Argument(help="mbox files, Maildirs, folders of mails, mails.", metavar="FILE …"),
    ],
    inbox: Annotated[UUID, typer.Option(help="Id of the inbox; `clew inbox list` shows it.")],
    data: Data = None,
    database: Database = None,
) -> None:
    """Bring archives of mail in, with their dates; again it goes on where it stopped."""
    missing = [str(path) for path in files if not path.exists()]
    if missing:
        raise WrongUse(f"there is no {missing[0]}")
    sources = sources_in(files)

    async def use(deps: Deps) -> tuple[Tally, int]:
        return await _bring_in(sources, InboxId(inbox), deps)

    try:
        tally, too_large = run_with(use, data, database)
    except NotFound:
        raise WrongUse(
            f"there is no inbox {inbox}; `clew inbox list` shows which there are"
        ) from None
    print(
        f"{tally.total} mails: {tally.added} brought in, {tally.known} were here already,"
        f" {tally.left_out} left out"
    )
    if too_large:
        raise Finding(
            f"{too_large} mails of more than {LARGEST_MAIL // 1_048_576} MB were left out"
        )


def sources_in(paths: list[Path]) -> list[Source]:
    """Return the files with mails, single mails by their date."""
    found: list[Source] = []
    for path in paths:
        if not path.is_dir():
            found.append(_source(path))
            continue
        found += sorted((_source(file) for file in _mails_below(path)), key=_date)
    return found


def _mails_below(folder: Path) -> Iterator[Path]:
    """Yield the files of a Maildir, of one within it, or of a folder of mails."""
    maildirs = [place for place in folder.rglob("*") if place.is_dir() and place.name in MAILDIR]
    places = maildirs or [folder]
    for place in places:
        files = place.iterdir() if maildirs else place.rglob("*")
        yield from (file for file in files if file.is_file() and not file.name.startswith("."))


def _source(path: Path) -> Source:
    from clew.channels.email.parsing import parse_mail
    from clew.ports.channel import Unparsable

    with path.open("rb") as stream:
        head = stream.read(HEADER_BYTES)
    try:
        date = parse_mail(head.partition(b"\n\n")[0] + b"\n\n").date
    except Unparsable:
        date = None
    return Source(path, path.stat().st_size, date or BEGINNING)


def _date(source: Source) -> tuple[datetime, str]:
    return source.written_at, source.path.name


async def _bring_in(sources: list[Source], inbox_id: InboxId, deps: Deps) -> tuple[Tally, int]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    tally, too_large = Tally(), 0
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    console = Console(file=sys.stderr)
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        task = bar.add_task("bringing in", total=sum(source.byte_count for source in sources))
        for batch in batches(mails_of(sources)):
            mails = [mail for mail in batch if len(mail) <= LARGEST_MAIL]
            too_large += len(batch) - len(mails)
            tally += await import_batch(mails, inbox_id, deps)
            bar.update(task, advance=sum(map(len, batch)), description=f"{tally.total} mails")
    return tally, too_large


def mails_of(sources: list[Source]) -> Iterator[bytes]:
    """Yield the mails of all files."""
    from clew.channels.email.archives import mails_in

    for source in sources:
        with source.path.open("rb") as stream:
            yield from mails_in(stream)


def batches(mails: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Yield mails in groups that are bounded in number and size."""
    batch: list[bytes] = []
    size = 0
    for mail in mails:
        if batch and (len(batch) >= BATCH_MAILS or size + len(mail) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(mail)
        size += len(mail)
    if batch:
        yield batch

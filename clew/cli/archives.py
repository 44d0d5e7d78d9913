"""Bring archives of mail in: mbox files, Maildirs and single mails, with a bar that shows how far.

Whatever their order in the files, mails come in by the date in their headers, so that a case begins
with the first of them. Each that is left out is named, with the reason.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, BinaryIO
from uuid import UUID

import typer

from clew.cli.running import Data, Database
from clew.cli.said import Finding, WrongUse, complain
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
    """A mail in a file.

    Attributes:
        place: Where in the file it begins.
        number: Which of the file's mails it is, from 1; 0 if it is the only one.
    """

    path: Path
    place: int
    number: int
    byte_count: int
    written_at: datetime

    def __str__(self) -> str:
        return f"{self.path}, mail {self.number}" if self.number else str(self.path)


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

    async def use(deps: Deps) -> Tally:
        return await _bring_in(sources, InboxId(inbox), deps)

    try:
        tally = run_with(use, data, database)
    except NotFound:
        raise WrongUse(
            f"there is no inbox {inbox}; `clew inbox list` shows which there are"
        ) from None
    too_large = [source for source in sources if source.byte_count > LARGEST_MAIL]
    print(
        f"{tally.total} mails: {tally.added} brought in, {tally.known} were here already,"
        f" {tally.left_out} left out"
    )
    for source in too_large:
        complain(f"left out {source}: larger than {LARGEST_MAIL // 1_048_576} MB")
    if too_large:
        raise Finding(f"{len(too_large)} mails are too large")


def sources_in(paths: list[Path]) -> list[Source]:
    """Return the mails of files and folders, the earliest first."""
    found: list[Source] = []
    for path in paths:
        for file in sorted(_mails_below(path)) if path.is_dir() else [path]:
            found += _sources(file)
    return sorted(found, key=lambda source: source.written_at)


def _mails_below(folder: Path) -> Iterator[Path]:
    """Yield the files of a Maildir, of one within it, or of a folder of mails."""
    maildirs = [place for place in folder.rglob("*") if place.is_dir() and place.name in MAILDIR]
    places = maildirs or [folder]
    for place in places:
        files = place.iterdir() if maildirs else place.rglob("*")
        yield from (file for file in files if file.is_file() and not file.name.startswith("."))


def _sources(path: Path) -> list[Source]:
    from clew.channels.email.archives import placed_mails

    with path.open("rb") as stream:
        found = [(place, len(mail), _date(mail)) for place, mail in placed_mails(stream)]
    return [
        Source(path, place, number if len(found) > 1 else 0, size, date)
        for number, (place, size, date) in enumerate(found, start=1)
    ]


def _date(mail: bytes) -> datetime:
    from clew.channels.email.parsing import parse_mail
    from clew.ports.channel import Unparsable

    try:
        head = mail[:HEADER_BYTES].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        return parse_mail(head + b"\n\n").date or BEGINNING
    except Unparsable:
        return BEGINNING


async def _bring_in(sources: list[Source], inbox_id: InboxId, deps: Deps) -> Tally:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    tally = Tally()
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    console = Console(file=sys.stderr)
    wanted = [source for source in sources if source.byte_count <= LARGEST_MAIL]
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        task = bar.add_task("bringing in", total=sum(source.byte_count for source in wanted))
        for batch in batches(wanted):
            done = await import_batch(mails_of(batch), inbox_id, deps)
            for place, reason in done.reasons:
                complain(f"left out {batch[place]}: {reason}")
            tally += done
            size = sum(source.byte_count for source in batch)
            bar.update(task, advance=size, description=f"{tally.total} mails")
    return tally


def mails_of(sources: Iterable[Source]) -> list[bytes]:
    """Return the mails themselves, in this order."""
    from clew.channels.email.archives import mail_at

    mails = []
    with ExitStack() as opened:
        streams: dict[Path, BinaryIO] = {}
        for source in sources:
            if source.path not in streams:
                streams[source.path] = opened.enter_context(source.path.open("rb"))
            mails.append(mail_at(streams[source.path], source.place))
    return mails


def batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Yield mails in groups that are bounded in number and size."""
    batch: list[Source] = []
    size = 0
    for source in sources:
        if batch and (len(batch) >= BATCH_MAILS or size + source.byte_count > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(source)
        size += source.byte_count
    if batch:
        yield batch

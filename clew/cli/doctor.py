"""Can Clew run here? Each check is one line: what was looked at, and what was found."""

from dataclasses import dataclass
from pathlib import Path

from clew.app import opened
from clew.settings import CannotRun, Settings
from clew.vault.keys import KeyIsUnusable, read_keys
from clew.web.options import WORKSPACE_FOLDER


@dataclass(frozen=True, slots=True)
class Check:
    """What `clew doctor` looked at, and what it found."""

    name: str
    is_fine: bool
    detail: str


async def examine(settings: Settings) -> list[Check]:
    """Look whether Clew can run here."""
    checks = [_folder(settings.data), _key(settings), _front_end(WORKSPACE_FOLDER)]
    checks.append(await _database(settings))
    return checks


def _folder(folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"clew")
        probe.unlink()
    except OSError as failure:
        return Check("data folder", is_fine=False, detail=f"{folder}: {failure.strerror}")
    return Check("data folder", is_fine=True, detail=str(folder.absolute()))


def _key(settings: Settings) -> Check:
    try:
        count = len(read_keys(settings.data, settings.secret_key))
    except (KeyIsUnusable, OSError) as failure:
        return Check("secret key", is_fine=False, detail=str(failure))
    return Check("secret key", is_fine=True, detail=f"{count} in use")


def _front_end(folder: Path) -> Check:
    is_there = (folder / "index.html").is_file()
    detail = "built" if is_there else "not built; run `make frontend`"
    return Check("front end", is_fine=is_there, detail=detail)


async def _database(settings: Settings) -> Check:
    name = "SQLite" if settings.is_embedded else "PostgreSQL"
    if settings.data.is_dir() and not settings.has_database:
        return Check("database", is_fine=True, detail=f"{name}, not made yet; run `clew init`")
    try:
        async with opened(settings) as deps:
            is_ready = await deps.store.is_ready()
            counts = await deps.store.intake.counts()
    except CannotRun as failure:
        return Check("database", is_fine=False, detail=str(failure))
    detail = f"{name}, {counts.pending} events waiting, {counts.quarantined} in quarantine"
    return Check("database", is_fine=is_ready, detail=detail)

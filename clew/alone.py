"""Only one server works on a data folder at a time: two would each keep pace and tell for one half.

The lock is the operating system's, so that a killed server leaves none behind. Where there are no
such locks, nobody is kept out.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.settings import CannotRun, Settings

if sys.platform != "win32":
    import fcntl

NAME = "clew.lock"


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Be the only server that works on the data folder, as long as the context lasts.

    Servers over PostgreSQL share their work, and one that does none is in nobody's way.

    Raises:
        CannotRun: Another one is at work there.
    """
    if not (settings.is_embedded and settings.work) or sys.platform == "win32":
        yield
        return
    with _opened(settings.data) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotRun(
                f"another Clew is running on the data folder {settings.data}; stop it, or give"
                " another --data"
            ) from None
        yield


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / NAME).open("ab")
    except OSError as failure:
        raise CannotRun(
            f"the data folder {folder} cannot be used: {failure.strerror}; give another --data"
        ) from None
    with file:
        yield file.fileno()

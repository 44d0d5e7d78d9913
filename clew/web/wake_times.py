"""Times as people type them: "fri 9", "jutro 10:00"."""

from typing import Annotated

from litestar.params import QueryParameter

from clew.domain.spoken_times import MAX_CHARS
from clew.services import wake_times
from clew.services.wake_times import WakeTime
from clew.web.parameters import NO_NUL, AskedBy, AtDesk

Typed = Annotated[
    str,
    QueryParameter(
        min_length=1,
        max_length=MAX_CHARS,
        pattern=NO_NUL,
        description="A time in English, Polish, Russian or Hungarian.",
    ),
]
Zone = Annotated[
    str,
    QueryParameter(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_+/-]+$", description="IANA"),
]


async def read_wake_time(text: Typed, time_zone: Zone, *, desk: AtDesk, asker: AskedBy) -> WakeTime:
    """Return the instant that is meant, or null."""
    del asker  # Anybody who works here may ask.
    return wake_times.read_wake_time(text, time_zone, deps=desk.deps)

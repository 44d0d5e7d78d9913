"""Times as people type them: "fri 9", "jutro 10:00"; and those that they promise."""

from typing import Annotated

from litestar.params import JSONBody, QueryParameter
from msgspec import Meta, Struct

from clew.domain.spoken_promises import MAX_CHARS as MOST_SAID
from clew.domain.spoken_times import MAX_CHARS
from clew.services import wake_times
from clew.services.wake_times import SpokenPromise, WakeTime
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


class Said(Struct):
    """The end of a reply that is being written, and where: in a zone such as `Europe/Warsaw`."""

    text: Annotated[str, Meta(max_length=MOST_SAID, pattern=NO_NUL)]
    time_zone: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_+/-]+$")]


async def read_promise(*, data: JSONBody[Said], desk: AtDesk, asker: AskedBy) -> SpokenPromise:
    """Return by when the words promise something, or null; nothing is kept of them."""
    del asker  # Anybody who works here may ask.
    return wake_times.read_promise(data.text, data.time_zone, deps=desk.deps)

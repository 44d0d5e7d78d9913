"""What a person means by the time they typed, or by one that they promise."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clew.domain.errors import InvalidInput
from clew.domain.spoken_promises import promised_time
from clew.domain.spoken_times import spoken_time
from clew.services.deps import Deps


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeTime:
    """The instant that was meant; None if the words name none to come."""

    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenPromise:
    """The instant by which something is promised; None if nothing is."""

    at: datetime | None


def read_wake_time(text: str, time_zone: str, *, deps: Deps) -> WakeTime:
    """Return what `text` means to somebody in a time zone of the IANA database.

    Raises:
        InvalidInput: There is no such zone.
    """
    return WakeTime(at=spoken_time(text, _now_in(time_zone, deps)))


def read_promise(text: str, time_zone: str, *, deps: Deps) -> SpokenPromise:
    """Return by when a reply that somebody writes in a time zone promises something.

    Raises:
        InvalidInput: There is no such zone.
    """
    return SpokenPromise(at=promised_time(text, _now_in(time_zone, deps)))


def _now_in(time_zone: str, deps: Deps) -> datetime:
    try:
        return deps.clock.now().astimezone(ZoneInfo(time_zone))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput("time_zone", "not a time zone of the IANA database") from error

"""What a person means by the time they typed."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clew.domain.errors import InvalidInput
from clew.domain.spoken_times import spoken_time
from clew.services.deps import Deps


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeTime:
    """The instant that was meant; None if the words name none to come."""

    at: datetime | None


def read_wake_time(text: str, time_zone: str, *, deps: Deps) -> WakeTime:
    """Return what `text` means to somebody in a time zone of the IANA database.

    Raises:
        InvalidInput: There is no such zone.
    """
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput("time_zone", "not a time zone of the IANA database") from error
    return WakeTime(at=spoken_time(text, deps.clock.now().astimezone(zone)))

"""Which channels there are: those that come with Clew, one line each, and those of plug-ins."""

from collections.abc import Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points

from clew.channels.email.channel import CHANNEL as EMAIL
from clew.channels.webchat.channel import CHANNEL as WEBCHAT
from clew.channels.whatsapp.channel import CHANNEL as WHATSAPP
from clew.ports.channel import Channel

ENTRY_POINT_GROUP = "clew.channels"

OWN: tuple[Channel, ...] = (WHATSAPP, WEBCHAT, EMAIL)


class NotAChannel(TypeError):
    """A plug-in's entry point does not lead to a `Channel`.

    Attributes:
        entry_point: The name of the entry point.
    """

    def __init__(self, entry_point: str) -> None:
        super().__init__(f"entry point {entry_point} of {ENTRY_POINT_GROUP} is not a Channel")
        self.entry_point = entry_point


class ChannelKeyIsTaken(ValueError):
    """Two channels have the same key, so nobody could tell their inboxes apart.

    Attributes:
        key: The key that both have.
    """

    def __init__(self, key: str) -> None:
        super().__init__(f"there is already a channel {key}")
        self.key = key


def installed_channels() -> Mapping[str, Channel]:
    """Return every channel by its key, plug-ins included."""
    return channels_by_key(OWN, entry_points(group=ENTRY_POINT_GROUP))


def channels_by_key(
    own: Iterable[Channel], plugged_in: Iterable[EntryPoint] = ()
) -> Mapping[str, Channel]:
    """Return the channels by their keys.

    Raises:
        NotAChannel: An entry point leads to something else.
        ChannelKeyIsTaken: Two channels have the same key.
    """
    found: dict[str, Channel] = {}
    for channel in (*own, *(_loaded(entry_point) for entry_point in plugged_in)):
        if channel.key in found:
            raise ChannelKeyIsTaken(channel.key)
        found[channel.key] = channel
    return found


def _loaded(entry_point: EntryPoint) -> Channel:
    channel = entry_point.load()
    if not isinstance(channel, Channel):
        raise NotAChannel(entry_point.name)
    return channel

"""The channels there are, and what an inbox of each needs to be told: forms are made from it."""

from dataclasses import dataclass

from clew.domain.access import Permission, require
from clew.ports.channel import Channel, Setting, SettingKind
from clew.services.asking import Asker
from clew.services.deps import Deps


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingView:
    """One value of an inbox, as its channel declares it; see `clew.ports.channel.Setting`."""

    name: str
    label: str
    help: str
    kind: SettingKind
    choices: list[str]
    example: str
    default: str
    group: str
    is_secret: bool
    is_required: bool
    is_rare: bool
    is_made_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelView:
    """A channel.

    Attributes:
        is_chat: It is set up with its own form, beside a preview.
        writes_first: Somebody who has not written can be written to, so it can be tried.
        is_called: Its provider calls the inbox's webhook, and asks there for the verify token.
    """

    id: str
    name: str
    is_chat: bool
    writes_first: bool
    is_called: bool
    settings: list[SettingView]


def list_channels(*, asker: Asker, deps: Deps) -> list[ChannelView]:
    """Return all channels by name.

    Raises:
        NotAllowed: Only who manages inboxes may.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)
    by_name = sorted(deps.channels.values(), key=lambda channel: channel.name.casefold())
    return [view(channel) for channel in by_name]


def view(channel: Channel) -> ChannelView:
    """Return a channel as forms are made from it."""
    return ChannelView(
        id=channel.key,
        name=channel.name,
        is_chat=channel.chat is not None,
        writes_first=channel.typed_address is not None,
        is_called=channel.handshake is not None,
        settings=[setting_view(one) for one in channel.settings],
    )


def setting_view(setting: Setting) -> SettingView:
    """Return a setting as forms are made from it."""
    return SettingView(
        name=setting.name,
        label=setting.label,
        help=setting.help,
        kind=setting.kind,
        choices=list(setting.choices),
        example=setting.example,
        default=setting.default,
        group=setting.group,
        is_secret=setting.is_secret,
        is_required=setting.is_required,
        is_rare=setting.is_rare,
        is_made_up=setting.is_made_up,
    )

from dataclasses import replace
from importlib.metadata import EntryPoint

import pytest

from clew.channels.registry import (
    OWN,
    ChannelKeyIsTaken,
    NotAChannel,
    channels_by_key,
    installed_channels,
)

WHATSAPP = "clew.channels.whatsapp.channel:CHANNEL"


def test_whatsapp_comes_with_clew() -> None:
    assert installed_channels()["whatsapp"].name == "WhatsApp"


def test_a_plug_in_brings_its_channel() -> None:
    channels = channels_by_key((), [EntryPoint("any", WHATSAPP, "clew.channels")])

    assert list(channels) == ["whatsapp"]


def test_a_plug_in_that_brings_something_else_is_refused_by_name() -> None:
    with pytest.raises(NotAChannel) as refused:
        channels_by_key(OWN, [EntryPoint("odd", "json:dumps", "clew.channels")])

    assert refused.value.entry_point == "odd"


def test_two_channels_cannot_share_a_key() -> None:
    with pytest.raises(ChannelKeyIsTaken) as refused:
        channels_by_key((*OWN, replace(OWN[0], name="Another")))

    assert refused.value.key == OWN[0].key

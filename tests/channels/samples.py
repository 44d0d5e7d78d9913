"""What the conformance suite needs to know of each channel: an inbox, webhooks, messages.

A channel that is registered and has no sample here fails the suite.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clew.channels.registry import OWN
from clew.ports.channel import (
    Address,
    Channel,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    JsonObject,
    MediaRef,
    RawEvent,
)
from tests.channels.whatsapp import sample as whatsapp


@dataclass(frozen=True, slots=True)
class Sample:
    """One channel's samples.

    Attributes:
        documents: Genuine webhooks with the number of events in each.
        sign: Wraps any bytes as the provider would have sent them.
        to: Addresses of one contact.
        accept: The provider's answer to the n-th request when all is well.
        refusals: Answers of the provider when something is wrong.
        broken_limit: Says in words which limit a request breaks, or nothing.
    """

    config: InboxConfig
    documents: tuple[tuple[JsonObject, int], ...]
    sign: Callable[[bytes], RawEvent]
    to: tuple[Address, ...]
    media: MediaRef
    accept: Callable[[int, HttpRequest], HttpResponse]
    refusals: tuple[HttpResponse, ...]
    broken_limit: Callable[[HttpRequest], str]


SAMPLES: Mapping[str, Sample] = {
    "whatsapp": Sample(
        config=whatsapp.CONFIG,
        documents=whatsapp.DOCUMENTS,
        sign=whatsapp.raw,
        to=whatsapp.TO_JUDIT,
        media=whatsapp.MEDIA,
        accept=whatsapp.accept_all,
        refusals=whatsapp.REFUSALS,
        broken_limit=whatsapp.broken_limit,
    ),
}
# With our own client on the other side there is no provider to conform to.
CHANNELS: Mapping[str, Channel] = {channel.key: channel for channel in OWN if channel.chat is None}

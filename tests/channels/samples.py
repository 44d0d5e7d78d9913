"""What the conformance suite needs to know of each channel: an inbox, webhooks, messages.

A channel that is registered and has no sample here fails the suite.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from clew.channels.registry import OWN
from clew.ports.channel import (
    Address,
    Channel,
    Heading,
    HttpResponse,
    InboxConfig,
    JsonObject,
    MailResponse,
    MediaRef,
    RawEvent,
)
from tests.channels.email import sample as email
from tests.channels.whatsapp import sample as whatsapp

Response: TypeAlias = HttpResponse | MailResponse


@dataclass(frozen=True, slots=True)
class Sample:
    """One channel's samples.

    Attributes:
        documents: Genuine webhooks with the number of events in each.
        sign: Wraps any bytes as the provider would have sent them.
        to: Addresses of one contact.
        encode: Makes the bytes that the provider would post of a document.
        heading: What a letter needs beside its text, in channels of letters.
        accept: The provider's answer to the n-th request when all is well.
        refusals: Answers of the provider when something is wrong.
        shown_text: The words that a request carries to the contact.
        broken_limit: Says in words which limit a request breaks, or nothing.
    """

    config: InboxConfig
    documents: tuple[tuple[JsonObject, int], ...]
    sign: Callable[[bytes], RawEvent]
    to: tuple[Address, ...]
    media: MediaRef
    accept: Callable[[int, Any], Response]
    refusals: tuple[Response, ...]
    broken_limit: Callable[[Any], str]
    shown_text: Callable[[Any], str]
    encode: Callable[[object], bytes] = lambda document: json.dumps(document).encode()
    heading: Heading | None = None


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
        shown_text=whatsapp.shown_text,
    ),
    "email": Sample(
        config=email.CONFIG,
        documents=email.DOCUMENTS,
        sign=email.raw,
        to=email.TO_ANNA,
        media=email.MEDIA,
        accept=email.accept_all,
        refusals=email.REFUSALS,
        broken_limit=email.broken_limit,
        shown_text=email.shown_text,
        encode=email.encode,
        heading=email.HEADING,
    ),
}
# With our own client on the other side there is no provider to conform to.
CHANNELS: Mapping[str, Channel] = {channel.key: channel for channel in OWN if channel.chat is None}

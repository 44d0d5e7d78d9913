"""Channels whose events can be proved by keys that their senders publish under names of theirs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clew.ports.channel.addresses import Proof
from clew.ports.channel.settings import InboxConfig
from clew.ports.channel.webhooks import RawEvent


@dataclass(frozen=True, slots=True)
class Vouching:
    """Two pure functions, between which somebody looks names up.

    Attributes:
        names: Which names' texts (records of type TXT) would tell who sent an event; none, where
            that is known otherwise or nothing is signed.
        judge: What they prove, given those that were found; never that something is forged.
    """

    names: Callable[[RawEvent, InboxConfig], tuple[str, ...]]
    judge: Callable[[RawEvent, InboxConfig, Mapping[str, bytes]], Proof]

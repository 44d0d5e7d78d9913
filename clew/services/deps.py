"""What services work with, handed to them in one piece by the composition root."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from clew.ports.blobs import Blobs
from clew.ports.bus import Bus
from clew.ports.channel import Channel
from clew.ports.clock import Clock, Ids
from clew.ports.names import Names
from clew.ports.store import Store
from clew.ports.vault import Vault
from clew.services.directory import Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Numbers that an operator may change; see the settings for their meaning."""

    undo: timedelta = timedelta(seconds=10)
    undo_max: timedelta = timedelta(seconds=60)
    attachment_max_bytes: int = 100 * 1024 * 1024
    session_lasts: timedelta = timedelta(days=14)
    soft_limit: int = 8
    reply_max_chars: int = 10_000
    attachments_per_message: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Deps:
    """The ports, by name.

    Attributes:
        names: None: nothing is looked up.
    """

    store: Store
    clock: Clock
    ids: Ids
    channels: Mapping[str, Channel]
    blobs: Blobs
    vault: Vault
    bus: Bus
    directory: Directory
    limits: Limits = Limits()
    names: Names | None = None

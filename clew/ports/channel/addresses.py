"""Whom a channel can reach, and the JSON that all of this vocabulary carries."""

from dataclasses import dataclass
from typing import Any, TypeAlias

# JSON as it is stored and sent to the browser. Values are whatever a JSON document can hold.
JsonObject: TypeAlias = dict[str, Any]

# The address kind that several channels share; its value is "+" and the digits of E.164.
# Channels add their own kinds, so a kind is a word and not an enum.
PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a contact on a channel, in the channel's canonical form."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote. All addresses belong to one person; there is at least one."""

    addresses: tuple[Address, ...]
    display_name: str = ""
    username: str = ""

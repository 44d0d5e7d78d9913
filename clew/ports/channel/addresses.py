"""Whom a channel can reach, and the JSON that all of this vocabulary carries."""

from dataclasses import dataclass
from enum import StrEnum
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


class Proof(StrEnum):
    """How well it is proved that whoever is named as the sender wrote."""

    PROVIDER = "provider"  # the provider vouches for the address
    NONE = "none"  # nothing speaks for it, and nothing against
    FORGED = "forged"  # whoever owns the address lets us know that it was not them


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote. All addresses belong to one person; there is at least one."""

    addresses: tuple[Address, ...]
    display_name: str = ""
    username: str = ""
    proof: Proof = Proof.PROVIDER

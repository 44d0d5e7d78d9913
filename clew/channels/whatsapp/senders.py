"""Who wrote: telephone numbers, business-scoped ids, and the profile beside the message.

A person who took a username writes without a telephone number, so neither kind of address can
be counted on; whatever is there is kept, and all of it belongs to one person.

Source:
    WhatsApp Business Platform, "Business-scoped user IDs" (May 2026).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clew.channels.json_documents import object_in, text_in
from clew.ports.channel import PHONE, Address, JsonObject, Sender

BSUID = "bsuid"  # of one person towards one business portfolio
PARENT_BSUID = "parent_bsuid"  # towards several portfolios that were joined

# Telephone number, id, parent id: in a message, and in the entry about its sender beside it.
MESSAGE_MEMBERS = ("from", "from_user_id", "from_parent_user_id")
CONTACT_MEMBERS = ("wa_id", "user_id", "parent_user_id")
LONGEST_PHONE = 20
SHORTEST_PHONE = 5
LONGEST_ID = 256
_BSUID_FORM = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{1,250}")


def phone_or_bsuid(value: str) -> Address | None:
    """Return the address in a field that is meant for a telephone number.

    Business-scoped ids have been seen there.
    """
    digits = value.removeprefix("+")
    if digits.isascii() and digits.isdigit():
        is_sane = SHORTEST_PHONE <= len(digits) <= LONGEST_PHONE
        return Address(PHONE, "+" + digits) if is_sane else None
    return bsuid(value) if _BSUID_FORM.fullmatch(value) else None


def bsuid(value: str) -> Address | None:
    """Return the address in a field that is meant for a business-scoped id.

    Its form is subject to change, so the field is believed.
    """
    if not value or len(value) > LONGEST_ID:
        return None
    return Address(PARENT_BSUID if value[2:7] == ".ENT." else BSUID, value)


def addresses(*found: Address | None) -> tuple[Address, ...]:
    """Return those that are there, each once, in the given order."""
    unique: list[Address] = []
    for address in found:
        if address is not None and address not in unique:
            unique.append(address)
    return tuple(unique)


@dataclass(frozen=True, slots=True)
class Profiles:
    """The entries of a webhook's `contacts`, findable by any address in them."""

    by_address: Mapping[str, JsonObject]
    only: JsonObject | None


def profiles_in(contacts: Sequence[JsonObject]) -> Profiles:
    """Return the entries of `contacts`; of two with the same address the first counts."""
    by_address: dict[str, JsonObject] = {}
    for contact in contacts:
        for name in CONTACT_MEMBERS:
            by_address.setdefault(text_in(contact, name), contact)
    by_address.pop("", None)
    return Profiles(by_address, contacts[0] if len(contacts) == 1 else None)


def sender_of(message: JsonObject, profiles: Profiles) -> Sender | None:
    """Return who wrote, or None if the message names nobody."""
    own = [text_in(message, name) for name in MESSAGE_MEMBERS]
    contact = _contact_of(own, profiles)
    # What the message itself says comes first; the entry beside it fills in what is missing.
    phone, user_id, parent = (
        mine or text_in(contact, name) for mine, name in zip(own, CONTACT_MEMBERS, strict=True)
    )
    found = addresses(phone_or_bsuid(phone), bsuid(user_id), bsuid(parent))
    if not found:
        return None
    profile = object_in(contact, "profile")
    return Sender(found, text_in(profile, "name"), text_in(profile, "username"))


def _contact_of(own: Sequence[str], profiles: Profiles) -> JsonObject:
    """Return the entry of `contacts` that is about this sender, or an empty one.

    An entry that shares an address is theirs. A single entry that contradicts nothing is too;
    with several, guessing could give one person another's name and answers.
    """
    for mine in own:
        if mine in profiles.by_address:
            return profiles.by_address[mine]
    only = profiles.only
    if only is None:
        return {}
    pairs = zip(own, CONTACT_MEMBERS, strict=True)
    return {} if any(mine and text_in(only, name) for mine, name in pairs) else only

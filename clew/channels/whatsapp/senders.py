"""Who wrote: telephone numbers, business-scoped ids, and the profile beside the message.

A person who took a username writes without a telephone number, so neither kind of address can
be counted on; whatever is there is kept, and all of it belongs to one person.

Source:
    WhatsApp Business Platform, "Business-scoped user IDs" (May 2026).
"""

import re
from collections.abc import Sequence

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


def sender_of(message: JsonObject, contacts: Sequence[JsonObject]) -> Sender | None:
    """Return who wrote, or None if the message names nobody."""
    own = [text_in(message, name) for name in MESSAGE_MEMBERS]
    contact = _contact_of(own, contacts)
    # What the message itself says comes first; the entry beside it fills in what is missing.
    phone, user_id, parent = (
        mine or text_in(contact, name) for mine, name in zip(own, CONTACT_MEMBERS, strict=True)
    )
    found = addresses(phone_or_bsuid(phone), bsuid(user_id), bsuid(parent))
    if not found:
        return None
    profile = object_in(contact, "profile")
    return Sender(found, text_in(profile, "name"), text_in(profile, "username"))


def _contact_of(own: Sequence[str], contacts: Sequence[JsonObject]) -> JsonObject:
    """Return the entry of `contacts` that is about this sender, or an empty one.

    An entry that shares an address is theirs. A single entry that contradicts nothing is too;
    with several, guessing could give one person another's name and answers.
    """
    for contact in contacts:
        listed = [text_in(contact, name) for name in CONTACT_MEMBERS]
        both = [pair for pair in zip(own, listed, strict=True) if pair[0] and pair[1]]
        if any(mine == theirs for mine, theirs in both) or (len(contacts) == 1 and not both):
            return contact
    return {}

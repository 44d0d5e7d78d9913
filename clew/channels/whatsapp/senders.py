"""Who wrote: telephone numbers, business-scoped ids, and the profile beside the message.

A person who took a username writes without a telephone number, so neither kind of address can
be counted on; whatever is there is kept, and all of it belongs to one person.

Source:
    WhatsApp Business Platform, "Business-scoped user IDs" (May 2026).
"""

import re
from collections.abc import Iterable

from clew.channels.json_documents import object_in, text_in
from clew.ports.channel import PHONE, Address, JsonObject, Sender

BSUID = "bsuid"  # of one person towards one business portfolio
PARENT_BSUID = "parent_bsuid"  # towards several portfolios that were joined

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
    return tuple(dict.fromkeys(address for address in found if address is not None))


def sender_of(message: JsonObject, contacts: Iterable[JsonObject]) -> Sender | None:
    """Return who wrote, or None if the message names nobody."""
    own = _addresses_in(message, "from", "from_user_id", "from_parent_user_id")
    profile_of = _contact_of(own, list(contacts))
    listed = _addresses_in(profile_of, "wa_id", "user_id", "parent_user_id")
    everything = addresses(*own, *_of_other_kinds(own, listed))
    if not everything:
        return None
    profile = object_in(profile_of, "profile")
    return Sender(everything, text_in(profile, "name"), text_in(profile, "username"))


def _addresses_in(part: JsonObject, phone: str, user_id: str, parent: str) -> tuple[Address, ...]:
    return addresses(
        phone_or_bsuid(text_in(part, phone)),
        bsuid(text_in(part, user_id)),
        bsuid(text_in(part, parent)),
    )


def _contact_of(own: tuple[Address, ...], contacts: list[JsonObject]) -> JsonObject:
    """Return the entry of `contacts` that is about this sender, or an empty one.

    An entry that shares an address is theirs. A single entry that contradicts nothing is too;
    with several, guessing could give one person another's name and answers.
    """
    for contact in contacts:
        if set(own).intersection(_addresses_in(contact, "wa_id", "user_id", "parent_user_id")):
            return contact
    if len(contacts) != 1:
        return {}
    listed = _addresses_in(contacts[0], "wa_id", "user_id", "parent_user_id")
    return contacts[0] if len(_of_other_kinds(own, listed)) == len(listed) else {}


def _of_other_kinds(own: tuple[Address, ...], listed: tuple[Address, ...]) -> tuple[Address, ...]:
    """Return the listed addresses of a kind that the message itself did not give."""
    given = {address.kind for address in own}
    return tuple(address for address in listed if address.kind not in given)

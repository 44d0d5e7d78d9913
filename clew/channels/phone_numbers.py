"""Spellings of one telephone number that differ between a network and its subscribers.

Three countries changed how mobile numbers are written, and messengers kept some of them under
the old form. A contact known by one spelling is found by the other; a message always goes to
the spelling that the provider itself used.

Source:
    ITU-T E.164 national numbering plans of Brazil, Mexico and Argentina.
"""

import re

from clew.ports.channel import PHONE, Address

# What a number looks like, and how its twin is written.
TWINS: tuple[tuple[re.Pattern[str], str], ...] = (
    # Brazil: mobile numbers got a ninth digit in front; the first of the old eight was 6 to 9.
    (re.compile(r"\+55([1-9][1-9])9([6-9]\d{7})"), r"+55\1\2"),
    (re.compile(r"\+55([1-9][1-9])([6-9]\d{7})"), r"+55\g<1>9\2"),
    # Mexico: a 1 stood after the country code of mobile numbers until 2019.
    (re.compile(r"\+521([2-9]\d{9})"), r"+52\1"),
    (re.compile(r"\+52([2-9]\d{9})"), r"+521\1"),
    # Argentina: a 9 stands after the country code of mobile numbers called from abroad.
    (re.compile(r"\+549([1-3]\d{9})"), r"+54\1"),
    (re.compile(r"\+54([1-3]\d{9})"), r"+549\1"),
)
# Everybody else's numbers, which are most, are not looked at any closer.
COUNTRIES = ("+52", "+54", "+55")


def address_variants(address: Address) -> tuple[Address, ...]:
    """Return the address itself and then the other spellings of the same number."""
    if address.kind != PHONE or not address.value.startswith(COUNTRIES):
        return (address,)
    for pattern, twin in TWINS:
        found = pattern.fullmatch(address.value)
        if found is not None:
            return (address, Address(PHONE, found.expand(twin)))
    return (address,)

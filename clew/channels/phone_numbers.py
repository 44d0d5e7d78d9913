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
# What people put between the digits, the odd spaces and dashes of other programs too.
_BETWEEN = re.compile(r"[\s().\-/\u2010-\u2015\u200b-\u200f\u202a-\u202e]+")
# E.164: at most fifteen digits, of which the country's come first and never begin with 0.
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


def address_variants(address: Address) -> tuple[Address, ...]:
    """Return the address itself and then the other spellings of the same number."""
    if address.kind != PHONE or not address.value.startswith(COUNTRIES):
        return (address,)
    for pattern, twin in TWINS:
        found = pattern.fullmatch(address.value)
        if found is not None:
            return (address, Address(PHONE, found.expand(twin)))
    return (address,)


def typed_number(text: str) -> Address | None:
    """Return the number that somebody typed, with its country; dots, dashes and 00 are theirs."""
    number = _BETWEEN.sub("", text)
    number = f"+{number[2:]}" if number.startswith("00") else number
    return Address(PHONE, number) if _NUMBER.fullmatch(number) else None

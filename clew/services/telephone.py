"""Telephone numbers as people read them, with the digits in the groups of their country."""

import re

import phonenumbers

# E.164: at most fifteen digits, of which the country's come first and never begin with 0.
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


def readable_number(number: str) -> str:
    """Return a number in its canonical form as people read it; of no known country, as it is.

    Such a number needs no parsing, which would take most of the time: no calling code is the
    beginning of another one.
    """
    digits = number.removeprefix("+")
    for length in (1, 2, 3):
        code, rest = digits[:length], digits[length:]
        if rest and int(code) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            return _international(int(code), rest)
    return number


def readable_name(name: str) -> str:
    """Return what somebody is called; who is called by a number, by one that can be read."""
    return readable_number(name) if _NUMBER.fullmatch(name) else name


def _international(country_code: int, rest: str) -> str:
    zeros = len(rest) - len(rest.lstrip("0"))
    number = phonenumbers.PhoneNumber(
        country_code=country_code,
        national_number=int(rest),
        italian_leading_zero=True if zeros else None,
        number_of_leading_zeros=zeros if zeros > 1 else None,
    )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)

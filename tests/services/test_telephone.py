"""Numbers that can be read."""

from __future__ import annotations

import phonenumbers
import pytest

from clew.services.telephone import readable_name, readable_number


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("+447700900400", "+44 7700 900400"),
        ("+48601234567", "+48 601 234 567"),
        ("+36301234567", "+36 30 123 4567"),
        ("+44 7700 900400", "+44 7700 900400"),
        ("+999123456", "+999123456"),
        ("Agent +447700900400", "Agent +447700900400"),
        ("+1", "+1"),
        ("447700900400", "447700900400"),
        ("", ""),
    ],
)
def test_only_a_whole_number_with_its_country_is_put_into_groups(name: str, read: str) -> None:
    assert readable_name(name) == read


def test_numbers_of_every_country_are_shown_as_the_library_shows_them() -> None:
    """Ours skips its parser, which takes most of the time, and must not know better."""
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in phonenumbers.PhoneNumberType.values():
            example = phonenumbers.example_number_for_type(region, kind)
            if example is not None:
                number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
                shown = phonenumbers.format_number(
                    phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL
                )
                assert readable_number(number) == shown

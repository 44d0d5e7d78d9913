import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.phone_numbers import address_variants, typed_number
from clew.ports.channel import PHONE, Address


def spellings(number: str) -> list[str]:
    return [address.value for address in address_variants(Address(PHONE, number))]


@pytest.mark.parametrize(
    ("number", "twin"),
    [
        ("+5511987654321", "+551187654321"),
        ("+551187654321", "+5511987654321"),
        ("+5215512345678", "+525512345678"),
        ("+525512345678", "+5215512345678"),
        ("+5491123456789", "+541123456789"),
        ("+541123456789", "+5491123456789"),
    ],
)
def test_a_number_is_found_by_its_other_spelling(number: str, twin: str) -> None:
    assert spellings(number) == [number, twin]


@pytest.mark.parametrize(
    "number",
    [
        "+36205550111",  # another country
        "+551133334444",  # a landline in Brazil has no ninth digit
        "+52551234567",  # too short for Mexico
        "+5511",
    ],
)
def test_other_numbers_have_one_spelling(number: str) -> None:
    assert spellings(number) == [number]


def test_only_telephone_numbers_have_spellings() -> None:
    address = Address("bsuid", "+5511987654321")

    assert address_variants(address) == (address,)


@given(st.from_regex(r"\A\+5[245]\d{8,12}\Z"))
def test_twins_find_each_other(number: str) -> None:
    """Otherwise whether a contact is recognised would depend on which spelling came first."""
    for twin in spellings(number)[1:]:
        assert number in spellings(twin)


@pytest.mark.parametrize(
    "typed", ["+48 600-100-200", "0048600100200", "+48 (600) 100.200", "\u202a+48600100200\u202c"]
)
def test_a_number_may_be_typed_as_people_write_it(typed: str) -> None:
    assert typed_number(typed) == Address(PHONE, "+48600100200")


@pytest.mark.parametrize("typed", ["", "600100200", "+0600100200", "+4860", "+" + "1" * 16, "+48x"])
def test_what_has_no_country_or_is_no_number_is_none(typed: str) -> None:
    assert typed_number(typed) is None

"""What is kept about a contact: covered until we know who writes, joined and parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.errors import InvalidInput
from clew.domain.fields import (
    MOST_FIELDS,
    ContactField,
    checked,
    is_covered,
    joined,
    parted,
    with_values_kept,
)
from clew.domain.recognition import Confidence

CITY = ContactField(name="City", value="Gdańsk")
PESEL = ContactField(name="PESEL", value="44051401359", is_sensitive=True)
FIELDS = st.lists(
    st.builds(
        ContactField,
        name=st.sampled_from(["City", "city", "PESEL", "Plan"]),
        value=st.sampled_from(["a", "b"]),
        is_sensitive=st.booleans(),
    ),
    unique_by=lambda field: field.name.casefold(),
)


@pytest.mark.parametrize(
    ("field", "confidence", "covered"),
    [
        (PESEL, Confidence.NOT_IDENTIFIED, True),
        (PESEL, Confidence.LIKELY, True),
        (PESEL, Confidence.CONFIRMED, False),
        (CITY, Confidence.NOT_IDENTIFIED, False),
    ],
)
def test_what_is_sensitive_is_covered_until_identity_is_confirmed(
    field: ContactField, confidence: Confidence, *, covered: bool
) -> None:
    assert is_covered(field, confidence) is covered


def test_fields_are_tidied() -> None:
    assert checked([ContactField(name=" City ", value="Gdańsk\x00 ")]) == (CITY,)


@pytest.mark.parametrize(
    "fields",
    [
        [ContactField(name=" ", value="x")],
        [ContactField(name="n" * 61, value="x")],
        [ContactField(name="n", value="x" * 2001)],
        [CITY, ContactField(name="CITY", value="x")],
        [ContactField(name=str(number), value="x") for number in range(MOST_FIELDS + 1)],
    ],
)
def test_what_cannot_be_kept_is_refused(fields: list[ContactField]) -> None:
    with pytest.raises(InvalidInput):
        checked(fields)


def test_where_both_have_a_field_the_one_who_stays_says_it() -> None:
    other = ContactField(name="CITY", value="Kraków", is_sensitive=True)

    assert joined([CITY], [other, PESEL]) == (
        ContactField(name="City", value="Gdańsk", is_sensitive=True),
        PESEL,
    )


@given(FIELDS, FIELDS)
def test_joined_and_parted_is_as_before(
    kept: list[ContactField], added: list[ContactField]
) -> None:
    assert list(parted(joined(kept, added), kept, added)) == kept


def test_what_was_changed_since_stays() -> None:
    changed = ContactField(name="PESEL", value="corrected", is_sensitive=True)

    assert parted((CITY, changed), [CITY], [PESEL]) == (CITY, changed)


def test_what_one_cannot_see_is_neither_lost_nor_uncovered() -> None:
    covered = frozenset({"pesel"})

    assert with_values_kept([CITY], [PESEL], covered) == (CITY, PESEL)
    left_alone = [ContactField(name="PESEL", value="")]
    assert with_values_kept(left_alone, [PESEL], covered) == (PESEL,)
    given_anew = with_values_kept([ContactField(name="PESEL", value="1")], [PESEL], covered)
    assert given_anew == (ContactField(name="PESEL", value="1", is_sensitive=True),)

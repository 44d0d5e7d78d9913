"""What is kept about a contact: covered until we know who writes, joined and parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.errors import InvalidInput
from clew.domain.fields import (
    MOST_FIELDS,
    ContactField,
    FieldKind,
    checked,
    checked_kinds,
    field_of,
    is_covered,
    joined,
    parted,
    with_field,
    with_kinds,
    without_field,
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


def test_what_the_workspace_wants_comes_first_and_decides_what_is_sensitive() -> None:
    kinds = [FieldKind(name="pesel", is_sensitive=True), FieldKind(name="Plan")]
    own = ContactField(name="PESEL", value="44051401359")

    assert with_kinds([CITY, own], kinds) == (
        ContactField(name="pesel", value="44051401359", is_sensitive=True),
        ContactField(name="Plan", value=""),
        CITY,
    )


def test_a_field_is_set_under_any_writing_of_its_name() -> None:
    moved = ContactField(name="city", value="Kraków")

    assert with_field([CITY, PESEL], moved) == (moved, PESEL)
    assert with_field([CITY], PESEL) == (CITY, PESEL)
    assert without_field([CITY, PESEL], "pesel") == (CITY,)
    assert field_of([CITY, PESEL], "CITY ") == CITY
    assert field_of([CITY], "Plan") is None


def test_kinds_are_checked_like_fields() -> None:
    assert checked_kinds([FieldKind(name=" A ", is_sensitive=True)]) == (
        FieldKind(name="A", is_sensitive=True),
    )
    for wrong in (["a", "A"], [""], ["a/b"]):
        with pytest.raises(InvalidInput):
            checked_kinds([FieldKind(name=name) for name in wrong])

"""Visitors without a name."""

from uuid import UUID

import pytest

from clew.domain.nameless import is_nameless, nameless


def test_what_stands_in_the_place_of_a_name_is_told_from_names() -> None:
    assert is_nameless(nameless(UUID(int=0xCD0F)))


@pytest.mark.parametrize("name", ["", "CD0F", "~cd0f", "~CD0F1", "Anna ~CD0F", "~Anna"])
def test_a_name_is_none(name: str) -> None:
    assert not is_nameless(name)

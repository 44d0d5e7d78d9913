from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.vault.aes import AesVault

OLD, NEW = b"o" * 32, b"n" * 32
PLACE = "inbox/1/access_token"
VAULT = AesVault([OLD])
TEXTS = st.text(st.characters(codec="utf-8"))


@given(TEXTS, TEXTS)
def test_what_is_sealed_opens_at_its_place(secret: str, place: str) -> None:
    assert VAULT.open(VAULT.seal(secret, place), place) == secret


def test_the_same_secret_is_never_sealed_alike() -> None:
    assert VAULT.seal("s", PLACE) != VAULT.seal("s", PLACE)


def test_a_secret_does_not_open_at_another_place() -> None:
    """Copying the token of one inbox into the row of another must not lend it out."""
    with pytest.raises(ValueError, match="this place"):
        VAULT.open(VAULT.seal("s", PLACE), "inbox/2/access_token")


def test_a_secret_with_any_bit_changed_does_not_open() -> None:
    sealed = VAULT.seal("s", PLACE)
    for index in range(len(sealed)):
        changed = bytearray(sealed)
        changed[index] ^= 1
        with pytest.raises(ValueError, match="sealed"):
            VAULT.open(bytes(changed), PLACE)


@pytest.mark.parametrize("length", [0, 1, 9, 21, 30])
def test_a_piece_of_a_sealed_secret_does_not_open(length: int) -> None:
    with pytest.raises(ValueError, match="sealed"):
        VAULT.open(VAULT.seal("s", PLACE)[:length], PLACE)


def test_a_replaced_key_still_opens_what_it_sealed_and_seals_no_more() -> None:
    sealed = VAULT.seal("s", PLACE)
    rotated = AesVault([NEW, OLD])

    assert rotated.open(sealed, PLACE) == "s"
    assert not rotated.is_current(sealed)
    assert rotated.is_current(rotated.seal("s", PLACE))


def test_a_key_that_is_not_here_opens_nothing() -> None:
    with pytest.raises(ValueError, match="not here"):
        AesVault([NEW]).open(VAULT.seal("s", PLACE), PLACE)

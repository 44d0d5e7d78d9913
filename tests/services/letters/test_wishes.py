"""What an agent wants is checked before anything is kept."""

from __future__ import annotations

import pytest

from clew.domain.errors import InvalidInput
from clew.ports.channel import Correspondent
from clew.services.letters import LetterDraft, Wishes, content_of
from tests.services.letters.samples import BOOK, an_identity

DRAFT = LetterDraft(
    subject="Re: My parcel",
    identity=an_identity(),
    from_address="help@shop.example",
    cc=(Correspondent("Bela@example.com", "Béla"),),
)


def test_without_wishes_it_is_as_usual() -> None:
    assert content_of(Wishes(), DRAFT, BOOK) == {
        "type": "letter",
        "subject": "Re: My parcel",
        "from": [{"email": "help@shop.example", "name": ""}],
        "to": [],
        "cc": [{"email": "Bela@example.com", "name": "Béla"}],
        "bcc": [],
    }


def test_somebody_known_keeps_their_name() -> None:
    content = content_of(Wishes(cc=("bela@example.com",)), DRAFT, BOOK)

    assert content["cc"] == [{"email": "bela@example.com", "name": "Béla"}]


def test_nobody_is_left_out_by_an_empty_list() -> None:
    assert content_of(Wishes(cc=()), DRAFT, BOOK)["cc"] == []


def test_our_own_addresses_are_never_written_to() -> None:
    with pytest.raises(InvalidInput, match="of ours"):
        content_of(Wishes(cc=("Help@Shop.example",)), DRAFT, BOOK)


def test_no_wishes_are_none() -> None:
    assert Wishes().are_none
    assert not Wishes(cc=()).are_none

"""One "Re:", whatever the languages that went before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.writing.subjects import LONGEST, answering, bare


@pytest.mark.parametrize(
    "subject",
    [
        "My parcel",
        "Re: My parcel",
        "RE: Re: re : My parcel",
        "Odp: RE: My parcel",
        "Odp.: My parcel",
        "AW: Antw: SV: My parcel",
        "VS: VÁ: My parcel",
        "Отв: Ответ: My parcel",
        "НА: My parcel",
        "回复：My parcel",
        "Re[2]: My parcel",
        "Re(3): My parcel",
        "RIF: R: My parcel",
    ],
)
def test_prefixes_are_not_stacked(subject: str) -> None:
    assert answering(subject) == "Re: My parcel"


@pytest.mark.parametrize(
    "subject", ["Reorder: 12", "Rest: of it", "Fwd: My parcel", "Refund", "Avs: x", "R2: D2"]
)
def test_words_that_look_alike_are_left(subject: str) -> None:
    assert bare(subject) == subject


def test_no_subject_stays_none() -> None:
    assert answering("Re: ") == ""


@given(st.text(max_size=600))
def test_answering_again_changes_nothing(subject: str) -> None:
    once = answering(subject)

    assert answering(once) == once
    assert len(once) <= LONGEST + 4

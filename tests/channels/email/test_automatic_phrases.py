"""Beginnings of subjects and words of absence."""

from __future__ import annotations

import pytest

from clew.channels.email.automatic_phrases import says_absent, starts_as_answer


@pytest.mark.parametrize(
    "subject",
    [
        "Autosvar: Beställning",
        "Automatická odpověď: x",
        "Out of Office: Re: x",
        "[Auto-Reply] x",
        "外出中",
    ],
)
def test_programs_begin_so(subject: str) -> None:
    assert starts_as_answer(subject)


@pytest.mark.parametrize("subject", ["Re: Autosvar", "Auto for sale", "Automatic doors", ""])
def test_people_do_not(subject: str) -> None:
    assert not starts_as_answer(subject)


def test_absence_is_heard() -> None:
    assert says_absent("Thank you. I am out of the office.")
    assert not says_absent("Where is my order?")

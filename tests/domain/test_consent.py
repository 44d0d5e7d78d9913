"""The latest word counts, and silence is no consent."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.consent import Consent, Purpose, has_agreed, in_force, refused_at
from clew.domain.ids import ConsentId, ContactId
from tests.builders import MONDAY_NINE, WORKSPACE, an_id


def a_word(number: int, *, is_given: bool, channel: str = "") -> Consent:
    return Consent(
        id=ConsentId(an_id(number)),
        workspace_id=WORKSPACE,
        contact_id=ContactId(an_id(1)),
        purpose=Purpose.MARKETING,
        channel=channel,
        is_given=is_given,
        how="by telephone",
        at=MONDAY_NINE + timedelta(minutes=number),
    )


def test_the_latest_word_counts() -> None:
    given, withdrawn = a_word(1, is_given=True), a_word(2, is_given=False)

    assert in_force([withdrawn, given]) == {(Purpose.MARKETING, ""): withdrawn}
    assert has_agreed([given], Purpose.MARKETING, "email")
    assert not has_agreed([withdrawn, given], Purpose.MARKETING, "email")


def test_a_word_about_a_channel_counts_there_and_one_in_general_elsewhere() -> None:
    words = [a_word(1, is_given=False, channel="email"), a_word(2, is_given=True)]

    assert not has_agreed(words, Purpose.MARKETING, "email")
    assert has_agreed(words, Purpose.MARKETING, "whatsapp")


def test_who_said_nothing_has_not_agreed() -> None:
    assert not has_agreed([a_word(1, is_given=True)], Purpose.SURVEYS, "email")


def test_taking_back_everything_takes_back_what_was_agreed_on_a_channel_before() -> None:
    """Whoever says "no messages at all" need not count up what they agreed to once."""
    email, nothing = a_word(1, is_given=True, channel="email"), a_word(2, is_given=False)
    again = a_word(3, is_given=True, channel="email")

    assert refused_at([email, nothing], Purpose.MARKETING, "email") == nothing.at
    assert refused_at([email, nothing, again], Purpose.MARKETING, "email") is None
    assert refused_at([email, nothing, again], Purpose.MARKETING, "whatsapp") == nothing.at
    assert refused_at([email], Purpose.SERVICE, "email") is None

"""Where a signature begins."""

from __future__ import annotations

import pytest

from clew.channels.email.reading.signatures import signature_start

CARD = "Ana Nowak\nSales\nExample Ltd\nTel: +48 12 345 67 89\nwww.example.com"


def below(mail: str) -> list[str] | None:
    """Return the lines of the signature."""
    lines = mail.split("\n")
    start = signature_start(lines, 0, len(lines))
    return None if start is None else lines[start:]


def test_a_delimiter_begins_a_signature() -> None:
    assert below("Yes.\n\n-- \nAna") == ["-- ", "Ana"]
    assert below("Yes.\n--\nAna") == ["--", "Ana"]


@pytest.mark.parametrize(
    "mail",
    [
        "Part one\n--\n" + "A long sentence about an order, " * 4,
        "One\n--\nIs it there?",
        "One\n--",
        "Yes.\n\n-- \n" + "line\n" * 40,
        "One\n" + "_" * 40 + "\ntwo",
    ],
)
def test_what_is_long_or_asks_is_no_signature(mail: str) -> None:
    assert below(mail) is None


def test_a_list_signs_below_a_rule() -> None:
    mail = "Yes.\n" + "_" * 47 + "\nKettles mailing list\nhttps://lists.example.org/kettles"

    assert below(mail) is not None


@pytest.mark.parametrize(
    "greeting",
    ["Best regards,", "Pozdrawiam", "С уважением,", "Üdvözlettel:", "Mit freundlichen Grüßen"],
)
def test_a_visiting_card_below_a_greeting_goes_and_the_name_stays(greeting: str) -> None:
    assert below(f"Yes.\n\n{greeting}\n{CARD}") == CARD.split("\n")[1:]


@pytest.mark.parametrize(
    "mail",
    ["Yes.\n\nBest regards,\nAna", "Yes.\n\nBest regards,\nAna\nP.S. Blue.", f"Yes.\n{CARD}"],
)
def test_a_name_alone_is_no_card(mail: str) -> None:
    assert below(mail) is None

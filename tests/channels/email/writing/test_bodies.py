"""The text of a mail: words, signature, what was said before, marker."""

from __future__ import annotations

from clew.channels.email.writing.bodies import (
    MOST_QUOTED,
    MOST_QUOTED_CHARS,
    html_body,
    plain_body,
    quoted,
    signature_of,
)
from clew.ports.channel import Earlier
from tests.channels.email.letters import WRITTEN, a_heading


def earlier(text: str) -> Earlier:
    return Earlier("Anna", WRITTEN, text)


def test_the_parts_stand_in_the_order_in_which_programs_fold_them() -> None:
    heading = a_heading(signature="Shop", history=(earlier("Where?"),))

    assert plain_body("Here.", heading, "ref:x") == (
        "Here.\n\n-- \nShop\n\n2026-05-04 12:30 UTC · Anna:\n> Where?\n\nref:x\n"
    )


def test_what_is_not_there_leaves_no_gap() -> None:
    assert plain_body("Here.", a_heading(), "") == "Here.\n"
    assert "gmail_" not in html_body("Here.", a_heading(), "", {})


def test_names_are_filled_into_a_signature() -> None:
    assert signature_of(a_heading(signature=" {agent}\r\n{team} ")) == "Olga\nOrders"


def test_only_so_much_is_quoted() -> None:
    many = tuple(earlier(str(number)) for number in range(50))
    long = tuple(earlier("x" * 20_000) for _ in range(5))

    assert [one.text for one in quoted(a_heading(history=many))] == ["0", "1", "2", "3", "4"]
    assert len(quoted(a_heading(history=many))) == MOST_QUOTED
    assert sum(len(one.text) for one in quoted(a_heading(history=long))) <= MOST_QUOTED_CHARS
    assert quoted(a_heading(history=(earlier("  "),))) == []

"""A reason is kept as a sentence, and its code is found in it again."""

from datetime import UTC, datetime
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.reasons import QUOTED, Fact, Reason, Why, why

FACTS: dict[str, Fact | datetime] = {
    "at": datetime(2026, 3, 2, 9, 5, tzinfo=UTC),
    "host": "imap.shop.example",
}
FACTS |= {"server": "mx.shop.example", "seconds": 12, "most": 40, "size": 55, "status": "503"}
SHOWN = {"at": "2026-03-02T09:05Z"}


def facts_of(reason: Reason) -> dict[str, Fact | datetime]:
    names = [name for _, name, _, _ in Formatter().parse(reason.value) if name]
    return {name: FACTS.get(name, f"a {name}") for name in names}


@pytest.mark.parametrize("reason", Reason)
def test_what_was_said_is_understood_again(reason: Reason) -> None:
    facts = facts_of(reason)

    first, *rest = why(reason.said(**facts))

    told = {name: SHOWN.get(name, fact) for name, fact in facts.items() if name != "rest"}
    assert (first.code, first.facts) == (reason.name.lower(), told)
    assert [one.facts for one in rest] == ([{"words": "a rest"}] if "rest" in facts else [])


def test_a_reason_within_a_reason_is_understood_too() -> None:
    refused = Reason.LETS_NOBODY_IN.said(
        host="imap.shop.example", user="help@shop.example", rest="[AUTH] Nie: zły kod"
    )

    assert why(Reason.NOT_FETCHED.said(rest=refused)) == [
        Why("not_fetched"),
        Why("lets_nobody_in", {"host": "imap.shop.example", "user": "help@shop.example"}),
        Why(QUOTED, {"words": "[AUTH] Nie: zły kod"}),
    ]


def test_several_reasons_are_told_one_by_one() -> None:
    both = f"{Reason.NO_SENDER.said()}; {Reason.STATUS_UNKNOWN.said(word='lost; found')}"

    assert [one.code for one in why(f"{Reason.NO_SENDER.said()}; {Reason.NO_VALUE.said()}")] == [
        "no_sender",
        "no_value",
    ]
    assert why(both) == [Why(QUOTED, {"words": both})]


def test_a_status_before_our_words_is_left_out() -> None:
    assert why(f"5.3.4 {Reason.SERVER_TAKES.said(most=25)}") == [Why("server_takes", {"most": 25})]


@pytest.mark.parametrize(
    "words",
    ["Error validating access token: Session has expired", "550 5.1.1 No such user; bye", "?"],
)
def test_what_somebody_else_says_is_a_quotation(words: str) -> None:
    assert why(words) == [Why(QUOTED, {"words": words})]


def test_no_reason_has_no_words() -> None:
    assert why("") == []


@given(st.text(max_size=300))
def test_whatever_was_kept_can_be_told(text: str) -> None:
    assert bool(why(text)) == bool(text.strip())

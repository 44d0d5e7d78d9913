"""Why a text was found, in a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clew.language.analyser import analyse
from clew.ports.language import asked_terms
from clew.storage.search.snippets import LENGTH, snippet


def parts(text: str, asked: str) -> list[tuple[str, bool]]:
    terms = frozenset(asked_terms(analyse(asked)))
    return [(part.text, part.hit) for part in snippet(text, terms, analyse)]


def test_every_form_of_a_word_is_a_hit() -> None:
    found = parts("Paczka! Gdzie są moje paczki?", "paczek")

    assert found == [
        ("Paczka", True),
        ("! Gdzie są moje ", False),
        ("paczki", True),
        ("?", False),
    ]


def test_neighbouring_bigrams_are_one_hit() -> None:
    assert parts("我的订单还没到", "订单还没") == [
        ("我的", False),
        ("订单还没", True),
        ("到", False),
    ]


def test_a_piece_of_a_code_is_a_hit_of_its_own() -> None:
    assert parts("no. ZAM/2026/0815", "2026") == [
        ("no. ZAM/", False),
        ("2026", True),
        ("/0815", False),
    ]


def test_a_long_text_is_shown_around_its_first_hit() -> None:
    found = parts("one two " * 500 + "refund " + "three four " * 500, "refund")

    assert found[0] == ("…", False)
    assert found[-1] == ("…", False)
    assert ("refund", True) in found
    assert len("".join(text for text, _ in found)) <= LENGTH + 2


def test_a_text_without_a_hit_is_shown_from_its_beginning() -> None:
    assert parts("hello there", "refund") == [("hello there", False)]


@given(st.text(), st.text(min_size=1))
def test_the_parts_are_the_text(text: str, asked: str) -> None:
    found = parts(text, asked)

    if len(text) < LENGTH // 2:
        whole = "".join(part for part, _ in found)
        assert whole.strip("…") in text

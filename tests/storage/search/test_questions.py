"""What was typed, as a question to an index."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.language.analyser import analyse
from clew.storage.schema.search import SQLITE_STATEMENTS
from clew.storage.search.questions import FTS5, MAX_WORDS, TSQUERY, question

AN_INDEX = SQLITE_STATEMENTS[0].replace("search_terms", "texts")
ODD = [
    '"',
    "'",
    "a OR",
    "NOT b",
    "NEAR(a b)",
    "a*",
    "text: x",
    "a AND (b",
    "😀 ok",
    "\\' & |",
    "{a}: ^b",
    "\x00a",
    "\ud800a",
    "x" * 10_000,
    "a b " * 2_500,
    '"; DROP TABLE cases; --',
]


def test_every_word_is_asked_for_by_any_of_its_terms() -> None:
    asked = question("paczki ABC-12", analyse)

    assert asked is not None
    assert asked.written(FTS5).startswith('("paczki" OR "paczk"')
    assert asked.written(TSQUERY).endswith("('abc12' | (('abc') & ('12')))")
    assert {"paczk", "abc12", "abc", "12"} <= asked.terms


def test_the_same_word_is_asked_for_once() -> None:
    asked = question("order order ORDER", analyse)

    assert asked is not None
    assert len(asked.words) == 1


def test_a_long_letter_is_asked_for_by_its_beginning() -> None:
    asked = question(" ".join(f"w{n}x" for n in range(5_000)), analyse)

    assert asked is not None
    assert len(asked.words) == MAX_WORDS


@pytest.mark.parametrize("text", ["", "  ", "*", "→", "\x00"])
def test_nothing_to_ask_for_is_no_question(text: str) -> None:
    assert question(text, analyse) is None


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(AN_INDEX)
    return connection


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_questions_are_understood_by_the_index(index: sqlite3.Connection, text: str) -> None:
    asked = question(text, analyse)

    if asked is not None:
        index.execute("SELECT 1 FROM texts WHERE texts MATCH ?", (asked.written(FTS5),)).fetchall()


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_question_is_understood_by_the_index(text: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(AN_INDEX)
        test_odd_questions_are_understood_by_the_index(connection, text)

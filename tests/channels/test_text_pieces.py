import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.text_pieces import is_between_characters, split_text
from clew.ports.channel import Capabilities, TextUnit

UTF16 = Capabilities(text_unit=TextUnit.UTF16).measure
FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
THUMB = "\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}"
POLAND = "\N{REGIONAL INDICATOR SYMBOL LETTER P}\N{REGIONAL INDICATOR SYMBOL LETTER L}"


def without_space(text: str) -> str:
    return "".join(text.split())


TEXTS = st.text(alphabet=st.sampled_from(["a", "b", " ", "\n", ".", "\u0301", "\U0001f600", "語"]))


@given(TEXTS, st.integers(2, 40))
def test_pieces_fit_and_lose_nothing_but_space_at_the_cuts(text: str, limit: int) -> None:
    pieces = split_text(text, limit, UTF16)

    assert all(0 < UTF16(piece) <= limit for piece in pieces)
    assert without_space("".join(pieces)) == without_space(text)


@given(st.text(), st.integers(2, 30))
def test_any_text_can_be_split(text: str, limit: int) -> None:
    pieces = split_text(text, limit, UTF16)

    assert all(UTF16(piece) <= limit for piece in pieces)
    assert without_space("".join(pieces)) == without_space(text)


def test_a_short_text_is_left_as_it_is() -> None:
    assert split_text(" two  lines \n", 100, UTF16) == (" two  lines \n",)


def test_an_empty_text_has_no_pieces() -> None:
    assert split_text(" \n ", 100, UTF16) == ()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One two. Three.\n\nFour five six.", ("One two. Three.", "Four five six.")),
        ("One two three\nfour five six.", ("One two three", "four five six.")),
        ("One two three. Four five six.", ("One two three.", "Four five six.")),
        ("One two (three.) Four five six.", ("One two (three.)", "Four five six.")),
        ("onetwothreefour fivesixseven", ("onetwothreefour", "fivesixseven")),
        ("onetwothreefourfivesix", ("onetwothreefourfi", "vesix")),
    ],
)
def test_a_cut_goes_where_a_reader_would_pause(text: str, pieces: tuple[str, ...]) -> None:
    assert split_text(text, 17, UTF16) == pieces


@pytest.mark.parametrize("character", [FAMILY, THUMB, POLAND, "e\u0301", "\u2764\ufe0f", "\r\n"])
def test_what_a_reader_sees_as_one_character_is_not_cut(character: str) -> None:
    text = character * 40

    assert not any(is_between_characters(character, at) for at in range(1, len(character)))
    for piece in split_text(text, 11, UTF16):
        assert len(piece) % len(character) == 0 or character == "\r\n"


def test_korean_letters_stay_together() -> None:
    syllable = unicodedata.normalize("NFD", "한")

    assert not is_between_characters(syllable, 1)
    assert is_between_characters(syllable + syllable, len(syllable))


def test_a_pair_of_flags_is_cut_between_the_flags_only() -> None:
    flags = POLAND * 2

    assert [at for at in range(1, 4) if is_between_characters(flags, at)] == [2]


def test_a_character_without_end_is_cut_all_the_same() -> None:
    """A thousand accents on one letter are mischief, and must not make an endless message."""
    pieces = split_text("e" + "\u0301" * 1_000, 100, UTF16)

    assert all(len(piece) <= 100 for piece in pieces)


def test_a_huge_text_is_split_quickly() -> None:
    pieces = split_text("word " * 40_000, 4_096, UTF16)

    assert len(pieces) == 49

"""A bare "STOP" is a wish; a sentence with the word in it is a sentence."""

import pytest

from clew.domain.opting_out import is_opt_out


@pytest.mark.parametrize(
    "text", ["STOP", " stop. ", "Unsubscribe", "opt-out", "Wypisz mnie!", "СТОП", "«leiratkozom»"]
)
def test_the_wish_alone_is_heard(text: str) -> None:
    assert is_opt_out(text)


@pytest.mark.parametrize(
    "text", ["", "Stop the order please", "non-stop", "stop stop", "STOP " * 100, "nie wypisz mnie"]
)
def test_other_words_are_no_wish(text: str) -> None:
    assert not is_opt_out(text)

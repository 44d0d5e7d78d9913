"""Words one after another."""

import pytest

from clew.storage.search.phrases import holds, phrase_of


@pytest.mark.parametrize(
    ("quoted", "text", "is_there"),
    [
        ("Zwrot pieniędzy", "o ZWROT\n pieniedzy.", True),
        ("zwrot pieniędzy", "zwrot, pieniędzy", True),
        ("zwrot pieniędzy", "pieniędzy zwrot", False),
        ("zwrot", "zwroty", False),
        ("a.b", "A-B", True),
        ("退款", "我想退款谢谢", True),
        ("退款 A1", "我想退款 a1", True),
        (".*", "anything", True),
    ],
)
def test_a_phrase_is_its_words_in_order(quoted: str, text: str, *, is_there: bool) -> None:
    phrase = phrase_of(quoted)

    assert holds(text, [phrase] if phrase else []) is is_there


def test_signs_alone_are_no_phrase() -> None:
    assert phrase_of(" ?! ") is None

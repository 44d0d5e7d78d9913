import pytest

from clew.ports.channel import Capabilities, MediaFamily, MediaLimit, TextUnit


@pytest.mark.parametrize(
    ("unit", "length"),
    [(TextUnit.UTF16, 4), (TextUnit.CODE_POINTS, 3), (TextUnit.BYTES, 7)],
)
def test_a_text_is_as_long_as_the_provider_counts(unit: TextUnit, length: int) -> None:
    assert Capabilities(text_unit=unit).measure("aé\N{GRINNING FACE}") == length


def test_half_a_character_has_a_length_too() -> None:
    assert {Capabilities(text_unit=unit).measure("\ud83d") for unit in TextUnit} == {1, 3}


def test_the_largest_file_is_that_of_the_most_generous_family() -> None:
    media = {MediaFamily.IMAGE: MediaLimit(5), MediaFamily.DOCUMENT: MediaLimit(100)}

    assert Capabilities(media=media).max_attachment_bytes == 100
    assert Capabilities().max_attachment_bytes == 0

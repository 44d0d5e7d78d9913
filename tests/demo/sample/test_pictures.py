from __future__ import annotations

import io

import pytest
from PIL import Image

from clew.demo.sample.pictures import PICTURES, SIZE, picture


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_a_small_photo(name: str) -> None:
    content = picture(name)

    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size) == ("JPEG", SIZE)
    assert len(content) < 40_000


def test_there_is_no_picture_of_nothing() -> None:
    with pytest.raises(KeyError):
        picture("nothing")

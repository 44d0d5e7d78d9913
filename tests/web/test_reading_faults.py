"""A value that the decoder refuses is refused in the same words as one that we refuse."""

from typing import Annotated

import msgspec
import pytest
from msgspec import Meta

from clew.web.reading_faults import fault_in

NAMED = {"fault": "too_long", "most": 120}


@pytest.mark.parametrize(
    ("kind", "value", "fault"),
    [
        (Annotated[str, Meta(min_length=1)], "", {"fault": "missing"}),
        (Annotated[str, Meta(min_length=12)], "short", {"fault": "too_short", "least": 12}),
        (Annotated[str, Meta(max_length=120)], "x" * 121, NAMED),
        (Annotated[list[str], Meta(max_length=1)], ["a", "b"], {"fault": "too_many", "most": 1}),
        (Annotated[str, Meta(pattern="^[a-z]$")], "1", {"fault": "unfit"}),
        (int, "one", {"fault": "unfit"}),
    ],
)
def test_what_the_decoder_says_has_a_word(kind: type, value: object, fault: object) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert(value, kind)

    assert fault_in(str(refused.value)) == fault

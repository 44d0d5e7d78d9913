"""Names that people give themselves do no harm to what stands beside them."""

from __future__ import annotations

import pytest

from clew.domain.contact import plain_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Vera Lind", "Vera Lind"),
        ("  Vera\n\tLind ", "Vera Lind"),
        ("\u202eevil\u202c", "evil"),
        ("\u2067\u2066", ""),
        ("a\x00b\x1bc", "abc"),
        ("يوسف", "يوسف"),
        ("👩\u200d💻 Ana", "👩\u200d💻 Ana"),
    ],
)
def test_a_name_is_one_line_that_turns_nothing_around(given: str, kept: str) -> None:
    assert plain_name(given) == kept

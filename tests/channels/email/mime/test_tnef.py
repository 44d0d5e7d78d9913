"""What is in winmail.dat is shown as if it had been sent openly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.tnef import is_tnef, open_envelope
from tests.channels.email.mime.envelopes import attribute, envelope, offer


def test_files_and_text_are_taken_out() -> None:
    opened = open_envelope(offer())

    assert opened is not None
    assert opened.text == "Zażółć"
    assert [(file.filename, file.content_type, file.data) for file in opened.files] == [
        ("Łódź.pdf", "application/pdf", b"%PDF")
    ]


def test_a_file_without_properties_has_its_short_name() -> None:
    opened = open_envelope(
        envelope(
            attribute(2, 0x9002, b""), attribute(2, 0x8010, b"A.TXT\0"), attribute(2, 0x800F, b"x")
        )
    )

    assert opened is not None
    assert [file.filename for file in opened.files] == ["A.TXT"]


def test_something_else_is_not_opened() -> None:
    assert open_envelope(b"PK\x03\x04....") is None
    assert is_tnef("application/octet-stream", "Winmail.DAT")
    assert not is_tnef("application/pdf", "a.pdf")


@given(st.integers(0, len(offer())), st.binary(max_size=8))
def test_a_damaged_envelope_is_opened_as_far_as_it_goes(place: int, damage: bytes) -> None:
    data = offer()

    open_envelope(data[:place] + damage + data[place + len(damage) :])
    open_envelope(data[:place])

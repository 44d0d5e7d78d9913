"""An archive is as many mails as it holds, anything else is one."""

from __future__ import annotations

from io import BytesIO

import pytest

from clew.channels.email.archives import mail_at, mails_in, placed_mails

LINE = b"From ana@x.example Mon Jun  3 10:00:00 2024\n"


def test_each_mail_of_an_archive_is_found() -> None:
    archive = LINE + b"A: b\n\nOne\n>From here\n>>From\n\n" + LINE + b"A: c\n\nTwo\n"

    assert list(mails_in(BytesIO(archive))) == [
        b"A: b\n\nOne\nFrom here\n>>From\n\n".replace(b">>From\n", b">>From\n"),
        b"A: c\n\nTwo\n",
    ]


@pytest.mark.parametrize("archive", [LINE + b"A: b\n\n>From\n\n" + LINE + LINE, b"A: b\n\nx", b""])
def test_a_mail_is_read_again_at_its_place(archive: bytes) -> None:
    stream = BytesIO(archive)
    placed = list(placed_mails(stream))

    assert [mail_at(stream, place) for place, _ in reversed(placed)] == [
        mail for _, mail in reversed(placed)
    ]


def test_a_sentence_that_begins_with_from_is_no_new_mail() -> None:
    archive = LINE + b"A: b\n\nHello\n\nFrom Monday on we are closed.\n"

    assert len(list(mails_in(BytesIO(archive)))) == 1


def test_a_single_mail_is_itself() -> None:
    assert list(mails_in(BytesIO(b"From: a@b\n\nx"))) == [b"From: a@b\n\nx"]
    assert list(mails_in(BytesIO(b""))) == [b""]

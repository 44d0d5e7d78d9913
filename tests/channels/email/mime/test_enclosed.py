"""An enclosed mail names its writer."""

from __future__ import annotations

from clew.channels.email.mail import Enclosed
from clew.channels.email.mime.enclosed import read_enclosed


def test_the_writer_of_an_enclosed_mail_is_known() -> None:
    enclosed = read_enclosed(b"From: Ana <ana@x.example>\nSubject: =?utf-8?q?=C5=BC?=\n\nx")

    assert (enclosed.senders[0].email, enclosed.subject) == ("ana@x.example", "ż")


def test_what_is_no_mail_names_nobody() -> None:
    assert read_enclosed(b"\xff\0") == Enclosed()

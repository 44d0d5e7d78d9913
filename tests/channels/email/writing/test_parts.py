"""Text, HTML and files as parts; files leave gaps that are filled in later."""

from __future__ import annotations

from clew.channels.email.writing.parts import Enclosure, assembled, in_pieces
from clew.ports.channel import MailFile
from tests.channels.email.letters import a_file


def test_every_file_has_its_gap_in_the_order_of_the_mail() -> None:
    shown = Enclosure(a_file("b.png", 7, id="b", blob="blobs/b", media_type="image/png"), "b@x")
    below = Enclosure(a_file("a.pdf", 5, id="a", blob="blobs/a"))
    mail = assembled("text", '<img src="cid:b@x">', (below, shown), "seed")
    pieces = in_pieces(mail, b"A: b\r\n", (below, shown), "seed")

    assert [piece for piece in pieces if isinstance(piece, MailFile)] == [
        MailFile("blobs/b", 7),
        MailFile("blobs/a", 5),
    ]
    assert pieces[0].startswith(b"A: b\r\nMIME-Version: 1.0\r\n")  # type: ignore[union-attr]


def test_the_kind_of_a_file_never_makes_it_a_part_of_the_mails_own() -> None:
    file = Enclosure(a_file(media_type="message/rfc822"))

    assert b"application/octet-stream" in assembled("t", "h", (file,), "seed").as_bytes()

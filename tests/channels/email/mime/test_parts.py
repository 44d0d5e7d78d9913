"""Parts are found by boundaries that programs get wrong."""

from __future__ import annotations

from clew.channels.email.mime.limits import MAX_DEPTH, MAX_PARTS
from clew.channels.email.mime.parts import Reader
from tests.channels.email.mails import HEAD, a_mail, a_part, multipart


def texts(raw: bytes) -> list[bytes]:
    return [part.decoded() for part in Reader(raw).read().walk() if not part.parts]


def test_parts_stand_between_delimiters() -> None:
    assert texts(multipart("\none", "\ntwo")) == [b"one", b"two"]
    assert texts(multipart("\none", "\ntwo").replace(b"\n", b"\r\n")) == [b"one", b"two"]


def test_a_missing_end_is_the_end_of_the_mail() -> None:
    assert texts(multipart("\none", "\ntwo").replace(b"--b--\n", b"")) == [b"one", b"two\n"]


def test_an_undeclared_boundary_is_the_first_line_like_one() -> None:
    raw = multipart("\none", "\ntwo").replace(b'; boundary="b"', b"")

    assert texts(raw) == [b"one", b"two"]


def test_a_multipart_without_any_boundary_is_text() -> None:
    part = a_part("Content-Type: multipart/mixed; boundary=b", body="just words\n")

    assert (part.content_type, part.decoded()) == ("text/plain", b"just words\n")


def test_a_boundary_that_begins_like_another_is_another() -> None:
    inner = "Content-Type: multipart/mixed; boundary=bb\n\n--bb\n\none\n--bb--"

    assert texts(multipart(inner, "\ntwo")) == [b"one", b"two"]


def test_what_goes_on_after_the_end_is_read() -> None:
    raw = a_mail(
        "Content-Type: multipart/mixed; boundary=b", body="--b\n\none\n--b--\n\n--b\n\ntwo\n--b--\n"
    )

    assert texts(raw) == [b"one", b"two"]


def test_nesting_and_number_have_an_end() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(200)
    )
    many = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 5_000

    assert len(list(Reader(HEAD + nested).read().walk())) <= MAX_DEPTH + 1
    assert len(list(Reader(many).read().walk())) <= MAX_PARTS


def test_strange_types_are_files_and_missing_ones_are_text() -> None:
    assert a_part("Content-Type: what is this").content_type == "application/octet-stream"
    assert a_part("Content-Type: text").content_type == "text/plain"
    assert a_part().content_type == "text/plain"


def test_a_part_knows_its_name_and_number() -> None:
    part = a_part("Content-Type: image/png; name=a.png", "Content-ID: <1@x>")

    assert (part.filename, part.content_id, part.size) == ("a.png", "1@x", 6)
    assert part.encoded(2) == b"he"

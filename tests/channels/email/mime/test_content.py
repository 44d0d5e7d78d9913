"""Files are files, and text is text, whatever programs call them."""

from __future__ import annotations

from base64 import b64encode

from clew.channels.email.mime.content import Content, read_content
from clew.channels.email.mime.limits import MAX_TEXT_BYTES
from clew.channels.email.mime.parts import Reader
from tests.channels.email.mails import a_mail, multipart
from tests.channels.email.mime.test_cms import in_pieces


def read(raw: bytes) -> Content:
    return read_content(Reader(raw).read())


def names(content: Content) -> list[str]:
    return [file.filename for file in content.files]


def test_a_named_text_beside_another_is_a_file() -> None:
    content = read(multipart("\nhello", "Content-Type: text/plain; name=notes.txt\n\nnotes"))

    assert (content.text, names(content)) == ("hello", ["notes.txt"])


def test_a_named_text_alone_is_the_text() -> None:
    content = read(multipart("Content-Type: text/plain; name=body.txt\n\nhello"))

    assert (content.text, names(content)) == ("hello", [])


def test_an_image_that_the_html_shows_is_inline() -> None:
    shown = 'Content-Type: text/html\n\n<img src="cid:1@x">'
    image = "Content-Type: image/png; name={}\nContent-ID: <{}>\n\nx"
    content = read(multipart(shown, image.format("a.png", "1@x"), image.format("b.png", "2@x")))

    assert [file.is_inline for file in content.files] == [True, False]


def test_an_enclosed_mail_is_a_file_named_by_its_subject() -> None:
    inner = "From: b@x.example\nSubject: Offer\nMessage-ID: <1@x>\n\nhi"
    content = read(multipart("\nsee", f"Content-Type: message/rfc822\n\n{inner}"))

    assert names(content) == ["Offer.eml"]
    assert content.enclosed[0].senders[0].email == "b@x.example"
    assert content.enclosed[0].message_id == "<1@x>"


def test_a_very_long_text_is_shown_in_part_and_kept_whole() -> None:
    content = read(a_mail(body="word " * MAX_TEXT_BYTES))

    assert len(content.text) == MAX_TEXT_BYTES
    assert content.files[0].size == 5 * MAX_TEXT_BYTES


def test_a_calendar_entry_speaks_where_nothing_else_does() -> None:
    entry = "Content-Type: text/calendar\n\nBEGIN:VEVENT\nSUMMARY:Visit\nEND:VEVENT\n"

    assert read(multipart(entry)).text == "Visit"
    assert read(multipart("\nhello", entry)).text == "hello"


def test_machine_readable_twins_are_not_shown() -> None:
    content = read(
        multipart("\nhello", "Content-Type: text/x-amp-html\n\n<html amp>", kind="alternative")
    )

    assert (content.text, content.html, content.files) == ("hello", "", ())


def test_marks_of_enriched_text_are_dropped() -> None:
    assert read(a_mail("Content-Type: text/enriched", body="<bold>Hi</bold>")).text == "Hi"


def test_flowed_text_is_put_together() -> None:
    assert read(a_mail("Content-Type: text/plain; format=flowed", body="a \nb\n")).text == "a b\n"


def test_words_within_a_signature_are_shown() -> None:
    words = b"Content-Type: text/plain\n\nsigned words"
    encoded = b64encode(in_pieces(words)).decode()
    content = read(
        a_mail(
            "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
            "Content-Transfer-Encoding: base64",
            body=encoded,
        )
    )

    assert (content.text, content.files) == ("signed words", ())


def test_a_page_may_name_its_charset_itself() -> None:
    page = '<html><head><meta charset="windows-1251"></head>Счёт'.encode("cp1251")

    assert "Счёт" in read(a_mail("Content-Type: text/html", body="") + page).html

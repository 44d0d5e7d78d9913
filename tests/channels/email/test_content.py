"""What a browser needs to show a mail."""

from __future__ import annotations

import json

from clew.channels.email.content import MAX_HTML, mail_content
from clew.channels.email.mail import Address, Auto, File, Mail
from clew.channels.email.reading import read

ANA = Address("Ana", "ana@example.com")


def test_a_mail_says_who_wrote_to_whom_and_what_is_folded() -> None:
    text = "Yes.\n\n> Shall we?"
    mail = Mail(senders=(ANA,), to=(Address("", "shop@example.org"),), subject="Re: x", text=text)

    content = mail_content(mail, read(mail.text, mail.html))

    assert content == {
        "type": "mail",
        "subject": "Re: x",
        "reply": "Yes.",
        "folds": [{"kind": "quote", "start": 6, "end": 17}],
        "has_remote": False,
        "auto": "none",
        "from": [{"name": "Ana", "email": "ana@example.com"}],
        "to": [{"email": "shop@example.org"}],
    }
    assert json.loads(json.dumps(content)) == content


def test_folds_are_counted_as_browsers_count() -> None:
    text = "👍👍\n\n> Shall we? 👍"

    (fold,) = mail_content(Mail(), read(text, ""))["folds"]

    assert fold == {"kind": "quote", "start": 6, "end": 20}


def test_html_that_says_no_more_than_the_text_is_left_out() -> None:
    plain = read("Yes", "<div>Yes<br></div>")
    bold = read("Yes", "<div><b>Yes</b></div>")
    large = read("Yes", f"<b>{'x' * MAX_HTML}</b>")

    assert "html" not in mail_content(Mail(), plain)
    assert mail_content(Mail(), bold)["html"] == "<div><b>Yes</b></div>"
    assert "html" not in mail_content(Mail(), large)


def test_pictures_that_would_be_loaded_are_announced() -> None:
    assert mail_content(Mail(), read("", '<img src="https://a.example/b.png">'))["has_remote"]
    assert not mail_content(Mail(), read("", "<b>data-remote-src</b>"))["has_remote"]


def test_enclosed_pictures_are_named() -> None:
    shown = File("a.png", "image/png", b"", content_id="a@b", is_inline=True)
    other = File("c.png", "image/png", b"", content_id="c@d")
    mail = Mail(files=(shown, other), auto=Auto.AUTO_REPLY)

    content = mail_content(mail, read("", '<img src="cid:a@b">'))

    assert content["inline"] == {"a@b": "a.png"}
    assert content["auto"] == "auto-reply"

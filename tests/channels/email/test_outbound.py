"""What leaves is a mail that every program reads, and its answers are never misread."""

from __future__ import annotations

import pytest

from clew.channels.email.outbound import probe, read_mail_probe, read_probe, read_response, render
from clew.channels.email.tokens import Named, Token, messages_in, token_in_address, tokens_in_text
from clew.ports.channel import (
    Address,
    AuthorKind,
    Connected,
    Correspondent,
    Earlier,
    HttpResponse,
    InboxConfig,
    MailAnswer,
    MailResponse,
    MailStage,
    Misconfigured,
    OutgoingReaction,
    Progress,
    Refused,
    Unavailable,
)
from tests.channels.email.letters import (
    ANNA,
    BELA,
    CASE_ID,
    CONFIG,
    KEY,
    MESSAGE_ID,
    OURS,
    WRITTEN,
    a_file,
    a_letter,
    read,
    rendered,
    said,
    shown,
    whole,
)


def test_an_answer_has_all_that_mail_programs_look_for() -> None:
    letter = a_letter(answered=("<first@mail.example>", "<second@mail.example>"))
    request = rendered(letter)
    mail = read(request)

    assert str(mail["From"]) == "Olga · Shop <help@shop.example>"
    assert str(mail["To"]) == "Anna Nowak <anna@example.com>"
    assert mail["Subject"] == "Re: My parcel"
    assert mail["Date"].datetime == WRITTEN
    assert mail["In-Reply-To"] == "<second@mail.example>"
    assert mail["References"].split() == ["<first@mail.example>", "<second@mail.example>"]
    assert messages_in(mail["Message-ID"], [KEY]) == (MESSAGE_ID,)
    assert token_in_address(shown(request, "Reply-To")[0], [KEY]) == Token(Named.CASE, CASE_ID)
    assert mail["Auto-Submitted"] is None
    assert (request.sender, request.recipients) == (OURS, (ANNA,))


def test_plain_text_is_always_there_beside_html() -> None:
    mail = read(rendered(a_letter("Hello *Anna*,\n\n- one\n- two")))
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))

    assert plain is not None
    assert html is not None
    assert mail.get_content_type() == "multipart/alternative"
    assert said(plain).startswith("Hello *Anna*,\n\n- one\n- two\n")
    assert "<strong>Anna</strong>" in html.get_content()
    assert "<li>one</li>" in html.get_content()
    for part in (plain, html):
        assert tokens_in_text(part.get_content(), [KEY]) == (Token(Named.CASE, CASE_ID),)


@pytest.mark.parametrize(
    "name",
    ["faktura.pdf", "Rechnung März.pdf", "счёт.pdf", "発票.pdf", 'a "quoted"; name.pdf', "x" * 120],
)
def test_files_come_through_with_their_names(name: str) -> None:
    request = rendered(
        a_letter(attachments=(a_file(name, size=100_000), a_file("b.txt", 0, id="2")))
    )
    first, second = read(request).iter_attachments()

    assert (first.get_filename(), first.get_content_type()) == (name, "application/pdf")
    assert first.get_content() == b"x" * 100_000
    assert (second.get_filename(), second.get_content()) == ("b.txt", b"")
    assert request.byte_count == len(whole(request))


def test_an_image_that_the_text_shows_stands_in_it() -> None:
    picture = a_file("map.png", media_type="image/png", id="0192-pic")
    mail = read(rendered(a_letter("See ![map](attachment:0192-pic)", attachments=(picture,))))
    page = mail.get_body(("related",))

    assert page is not None
    html, image = page.iter_parts()
    assert f'src="cid:{image["Content-ID"].strip("<>")}"' in html.get_content()
    assert image.get_content_disposition() == "inline"
    plain = mail.get_body(("plain",))
    assert plain is not None
    assert said(plain).startswith("See [map]")
    assert list(mail.iter_attachments()) == []


def test_the_same_letter_is_the_same_mail_each_time() -> None:
    letter = a_letter(attachments=(a_file(),), cc=(Correspondent(BELA),))

    assert rendered(letter).content == rendered(letter).content


def test_what_was_said_before_stands_beneath_the_signature() -> None:
    earlier = Earlier("Anna Nowak", WRITTEN, "Where is it?\n<script>alert(1)</script>")
    mail = read(rendered(a_letter(history=(earlier,), signature="{agent}, {team}\nShop")))
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))

    assert plain is not None
    assert html is not None
    assert "-- \nOlga, Orders\nShop\n\n2026-05-04 12:30 UTC · Anna Nowak:\n> Where is it?" in (
        said(plain)
    )
    assert 'class="gmail_quote"' in html.get_content()
    assert "<script>" not in html.get_content()


def test_a_machine_says_so_and_wants_no_reports() -> None:
    request = rendered(a_letter(author=AuthorKind.BOT, answered=("<a@b.example>",)))
    mail = read(request)

    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert request.sender == ""
    assert str(mail["From"]) == "Shop <help@shop.example>"
    assert read(rendered(a_letter(author=AuthorKind.SYSTEM)))["Auto-Submitted"] == "auto-generated"


def test_mails_that_we_start_can_be_ended_with_one_click() -> None:
    url = "https://shop.example/u/abc"
    mail = read(rendered(a_letter(author=AuthorKind.CAMPAIGN, unsubscribe_url=url)))

    assert f"<{url}>" in mail["List-Unsubscribe"]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (
        "mailto:help+c" in read(rendered(a_letter(author=AuthorKind.CAMPAIGN)))["List-Unsubscribe"]
    )


def test_an_inbox_without_a_key_still_sends() -> None:
    config = InboxConfig(CONFIG.settings, {"smtp_password": "a-password-of-the-shop"})
    mail = read(rendered(a_letter(), config))

    assert mail["Message-ID"] == f"<{MESSAGE_ID}@shop.example>"
    assert mail["Reply-To"] is None


def test_what_is_no_letter_does_not_leave() -> None:
    reaction = OutgoingReaction("r", (Address("email", ANNA),), "<a@b>", "👍")

    assert isinstance(render(reaction, CONFIG, Progress()), Refused)
    assert isinstance(render(a_letter(to="not an address"), CONFIG, Progress()), Refused)
    assert isinstance(render(a_letter(), InboxConfig(), Progress()), Misconfigured)
    assert isinstance(read_response(a_letter(), CONFIG, Progress(), HttpResponse(200)), Refused)


def test_checking_the_connection_logs_in_and_sends_nothing() -> None:
    request = probe(CONFIG)

    assert request.is_repeatable
    assert request.server.user == OURS
    good = MailResponse(MailStage.LOGIN, MailAnswer(235, "ok"), server="smtp: size")
    assert read_mail_probe(CONFIG, good) == Connected(OURS, {"smtp": "smtp: size"})
    bad = MailResponse(MailStage.LOGIN, MailAnswer(535, "5.7.8 wrong: a-password-of-the-shop"))
    refused = read_mail_probe(CONFIG, bad)
    assert isinstance(refused, Misconfigured)
    assert "a-password" not in refused.reason


def test_what_nobody_asked_by_http_tells_nothing() -> None:
    assert read_probe(CONFIG, HttpResponse(200)) == Unavailable(
        "mail servers are not asked by HTTP"
    )

"""What leaves is a mail that every program reads, and its answers are never misread."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.outbound import (
    probe,
    read_mail_probe,
    read_mail_response,
    read_probe,
    read_response,
    render,
)
from clew.channels.email.tokens import Named, Token, messages_in, token_in_address, tokens_in_text
from clew.ports.channel import (
    Address,
    AuthorKind,
    Connected,
    Continue,
    Correspondent,
    Earlier,
    HttpResponse,
    InboxConfig,
    MailAnswer,
    MailRequest,
    MailResponse,
    MailStage,
    Misconfigured,
    OutgoingReaction,
    Progress,
    Refused,
    Retry,
    Sent,
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
    whole,
)

GOOD = MailAnswer(250, "2.0.0 queued as 7F3")
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300)
names = st.text(max_size=60)


def shown(request: MailRequest, header: str) -> list[str]:
    found = read(request)[header]
    return [one.addr_spec for one in found.addresses] if found is not None else []


def said(part: Any) -> str:
    text = part.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n").replace("\r", "\n")


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


@given(words)
def test_every_text_comes_back_from_the_mail(text: str) -> None:
    body = read(rendered(a_letter(text))).get_body(("plain",))

    assert body is not None
    wrote = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").rstrip()
    assert said(body).startswith(wrote)


@given(words)
def test_a_mail_is_ascii_in_lines_of_sensible_length(text: str) -> None:
    raw = whole(rendered(a_letter(text, subject=text, agent_name=text, contact_name=text)))

    assert raw.isascii()
    assert b"\x00" not in raw
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert raw.replace(b"\r\n", b"").count(b"\n") == raw.replace(b"\r\n", b"").count(b"\r") == 0


@given(names, names, names, names)
def test_no_name_or_subject_brings_in_a_header(
    subject: str, agent: str, contact: str, copied: str
) -> None:
    evil = "\r\nBcc: mallory@example.com\r\n\r\nbody"
    letter = a_letter(
        subject=subject + evil,
        agent_name=agent + evil,
        contact_name=contact + evil,
        cc=(Correspondent(BELA, copied + evil),),
        signature=evil,
        answered=(f"<a@b>{evil}", evil),
    )
    request = rendered(letter)
    mail = read(request)

    assert mail["Bcc"] is None
    assert mail.defects == []
    assert shown(request, "From") == [OURS]
    assert shown(request, "To") == [ANNA]
    assert shown(request, "Cc") == [BELA]
    assert request.recipients == (ANNA, BELA)


@given(st.text(max_size=200))
def test_no_address_does_either(address: str) -> None:
    request = rendered(a_letter(cc=(Correspondent(address),), bcc=(Correspondent(address),)))

    assert all("\r" not in one and "\n" not in one for one in request.recipients)
    assert read(request)["Bcc"] is None
    assert read(request).defects == []


@pytest.mark.parametrize(
    "name",
    ["Łukasz Żółć", 'Nowak, Anna "Ania"', "анна", "安娜", "a" * 150, "🙂" * 40, "=?utf-8?q?x?="],
)
def test_names_in_every_script_survive(name: str) -> None:
    raw = message_from_bytes(whole(rendered(a_letter(contact_name=name))))["To"]

    # `decode_header` joins encoded words as programs do; the newer parser puts spaces between.
    assert str(make_header(decode_header(raw))).removesuffix(f" <{ANNA}>") in (
        name,
        '"' + name.replace('"', '\\"') + '"',
    )


@given(names)
def test_any_name_leaves_the_address_alone(name: str) -> None:
    assert shown(rendered(a_letter(contact_name=name)), "To") == [ANNA]


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


@given(st.text(max_size=200), st.text(max_size=60))
def test_no_file_name_or_type_harms_a_mail(name: str, media_type: str) -> None:
    file = a_file(name, media_type=media_type)
    (found,) = read(rendered(a_letter(attachments=(file,)))).iter_attachments()

    assert found.get_content_maintype() not in ("multipart", "message")
    assert "/" not in (found.get_filename() or "")
    assert found.get_payload(decode=True) == b"xxx"


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


def test_others_get_it_too_and_bcc_is_seen_by_nobody() -> None:
    request = rendered(
        a_letter(
            to="Anna@Example.com",
            cc=(Correspondent(BELA, "Béla"), Correspondent("ANNA@example.com")),
            bcc=(Correspondent("boss@shop.example"), Correspondent(BELA)),
        )
    )

    assert request.recipients == ("Anna@example.com", BELA, "boss@shop.example")
    assert shown(request, "Cc") == [BELA]
    assert b"boss@" not in whole(request)


def test_who_wrote_to_another_address_of_ours_is_answered_from_there() -> None:
    request = rendered(a_letter(from_address="Orders+tag@Shop.example"))
    other = rendered(a_letter(from_address="orders@shop.example"))

    assert shown(request, "From") == [OURS]
    assert shown(other, "From") == ["orders@shop.example"]
    assert other.sender == "orders@shop.example"


def test_addresses_of_other_scripts_are_written_as_servers_want_them() -> None:
    request = rendered(a_letter(to="anna@książki.example"))
    beyond = rendered(a_letter(to="żaneta@example.com"))

    assert request.recipients == ("anna@xn--ksiki-5wa74f.example",)
    assert not request.needs_utf8
    assert beyond.needs_utf8
    assert "<żaneta@example.com>".encode() in whole(beyond)


def test_a_machine_says_so_and_wants_no_reports() -> None:
    request = rendered(a_letter(author=AuthorKind.BOT, answered=("<a@b.example>",)))
    mail = read(request)

    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert request.sender == ""
    assert str(mail["From"]) == "Shop <help@shop.example>"
    assert read(rendered(a_letter(author=AuthorKind.SYSTEM)))["Auto-Submitted"] == "auto-generated"


def test_a_server_that_wants_an_address_for_reports_gets_one() -> None:
    letter = a_letter(author=AuthorKind.BOT)
    refused = MailResponse(MailStage.SENDER, MailAnswer(550, "5.7.1 empty sender"))
    outcome = read_mail_response(letter, CONFIG, Progress(), refused)

    assert isinstance(outcome, Continue)
    again = render(letter, CONFIG, outcome.progress)
    assert isinstance(again, MailRequest)
    assert again.sender == OURS
    assert isinstance(read_mail_response(letter, CONFIG, outcome.progress, refused), Misconfigured)


def test_mails_that_we_start_can_be_ended_with_one_click() -> None:
    url = "https://shop.example/u/abc"
    mail = read(rendered(a_letter(author=AuthorKind.CAMPAIGN, unsubscribe_url=url)))

    assert f"<{url}>" in mail["List-Unsubscribe"]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (
        "mailto:help+c" in read(rendered(a_letter(author=AuthorKind.CAMPAIGN)))["List-Unsubscribe"]
    )


def test_a_server_without_plus_addresses_gets_none() -> None:
    config = replace(CONFIG, settings={**CONFIG.settings, "plus_addresses": "no"})

    assert read(rendered(a_letter(), config))["Reply-To"] is None


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


def test_whoever_has_it_is_not_written_to_again() -> None:
    letter = a_letter(cc=(Correspondent(BELA),))
    answers = {ANNA: MailAnswer(250), BELA: MailAnswer(450, "4.2.0 later")}
    outcome = read_mail_response(
        letter, CONFIG, Progress(), MailResponse(MailStage.CONTENT, GOOD, answers)
    )

    assert isinstance(outcome, Retry)
    assert outcome.progress.has_reached_contact
    again = render(letter, CONFIG, Progress.from_json(outcome.progress.to_json()))
    assert isinstance(again, MailRequest)
    assert again.recipients == (BELA,)
    assert shown(again, "To") == [ANNA]
    done = read_mail_response(
        letter, CONFIG, outcome.progress, MailResponse(MailStage.CONTENT, GOOD, {BELA: GOOD})
    )
    assert isinstance(done, Sent)
    assert [one.state for one in done.readers] == ["accepted", "accepted"]
    assert isinstance(render(letter, CONFIG, Progress(readers=done.readers)), Sent)


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

from dataclasses import replace
from datetime import timedelta

import pytest

from clew.channels.email.inbound import own_addresses, parse, read_part
from clew.channels.email.smtp_settings import addresses_of
from clew.ports.channel import (
    Address,
    Ignored,
    Incoming,
    IncomingMessage,
    MediaFamily,
    Proof,
    Receipt,
    Unparsable,
)
from clew.ports.channel.mailboxes import CHECKED, HISTORY, UNREAD
from tests.channels.email.mails import HEAD, a_mail, multipart
from tests.channels.email.sample import BOUNCE, CONFIG, NOON, PLAIN, WITH_FILE, raw


def read(mail: bytes | str, **headers: str) -> Incoming:
    body = mail.encode() if isinstance(mail, str) else mail
    event = replace(raw(body), headers={name.replace("_", "-"): v for name, v in headers.items()})
    (item,) = parse(event, CONFIG)
    return item


def message(mail: bytes | str, **headers: str) -> IncomingMessage:
    item = read(mail, **headers)
    assert isinstance(item, IncomingMessage)
    return item


def test_a_mail_is_a_message_of_its_writer() -> None:
    said = message(PLAIN)

    assert said.sender.addresses == (Address("email", "anna@example.com"),)
    assert (said.sender.display_name, said.sender.proof) == ("Anna Nowak", Proof.NONE)
    assert (said.provider_id, said.subject, said.text) == (
        "<1@example.com>",
        "My parcel",
        "Where is it?",
    )
    assert said.sent_at == NOON - timedelta(hours=4)
    assert said.content is not None
    assert said.content["type"] == "mail"
    assert said.content["parties"] == [
        "anna@example.com",
        "help@shop.example",
        "bela@example.com",
    ]
    assert [said.is_automatic, said.is_history, said.forwarded] == [False] * 3


def test_a_file_is_part_of_the_mail_and_read_from_it_again() -> None:
    said = message(WITH_FILE)

    (file,) = said.media
    assert (file.name, file.family, file.part) == ("a.png", MediaFamily.IMAGE, "0")
    assert read_part(WITH_FILE.encode(), file.part) == b"\x89PNG\r\n\x1a\n"
    assert read_part(WITH_FILE.encode(), "1") is None
    assert read_part(WITH_FILE.encode(), "x") is None


def test_a_report_of_failure_is_a_receipt_and_a_message_only_if_nobody_knows_what_of() -> None:
    receipt, shown = parse(raw(BOUNCE.encode()), CONFIG)

    assert isinstance(receipt, Receipt)
    assert receipt.provider_id == "<ours@shop.example>"
    assert isinstance(shown, IncomingMessage)
    assert (shown.is_report, shown.is_automatic) == (True, True)


def test_a_report_about_nothing_of_ours_is_shown_quietly() -> None:
    said = message(BOUNCE.replace("Message-ID: <ours@shop.example>\n", ""))

    assert said.is_automatic


@pytest.mark.parametrize("address", ["help@shop.example", "Orders@Shop.example"])
def test_what_comes_from_our_own_address_is_not_a_contacts(address: str) -> None:
    assert isinstance(read(PLAIN.replace("Anna@Example.com", address)), Ignored)


def test_a_list_that_is_our_own_front_door_is_no_bulk_mail() -> None:
    """Many have `help@` as a group, which puts the fields of a list on every mail."""
    ours = a_mail("List-Id: Help <help.shop.example>", "Precedence: list")
    other = a_mail("List-Id: News <news.press.example>", "Precedence: list")

    assert not message(ours).is_automatic
    assert message(other).is_automatic


def test_a_mail_without_an_address_is_heard_all_the_same() -> None:
    nameless = message(b"Subject: hello\n\nI am nobody\n")
    named = message(b"From: The Printer\nSubject: hello\n\npaper\n")

    assert nameless.sender.addresses == (Address("name", "unknown sender"),)
    assert named.sender.addresses == (Address("name", "the printer"),)


def test_a_mail_without_a_name_gets_one_that_is_always_the_same() -> None:
    first, again = message(a_mail(body="a")), message(a_mail(body="a"))

    assert first.provider_id == again.provider_id
    assert first.provider_id != message(a_mail(body="b")).provider_id


def test_the_same_mail_has_the_same_fingerprint_however_it_came() -> None:
    by_unix = a_mail("Message-ID: <1@x>")
    by_dos = b"Received: from a\r\n" + by_unix.replace(b"\n", b"\r\n")

    assert message(by_unix).fingerprint == message(by_dos).fingerprint
    assert message(by_unix).fingerprint != message(by_unix + b"more").fingerprint


def test_our_servers_note_decides_how_sure_the_sender_is() -> None:
    note = "Authentication-Results: mx.shop.example; dmarc={} "
    from_ana = "header.from=shop.example"

    passed = message(a_mail(note.format("pass") + from_ana))
    failed = message(a_mail(note.format("fail") + from_ana))
    assert (passed.sender.proof, failed.sender.proof) == (Proof.PROVIDER, Proof.FORGED)
    two = HEAD.replace(b"From: Ana <ana@shop.example>", b"From: a@shop.example, b@x.example")
    assert message(a_mail(note.format("pass"), head=two)).sender.proof is Proof.NONE


def test_what_we_found_out_counts_where_our_server_says_nothing() -> None:
    note = "Authentication-Results: mx.shop.example; dmarc=fail header.from=shop.example"
    two = a_mail(head=HEAD.replace(b"From: Ana <", b"From: b@x.example, <"))

    assert message(PLAIN, **{CHECKED: "provider"}).sender.proof is Proof.PROVIDER
    assert message(PLAIN, **{CHECKED: "nonsense"}).sender.proof is Proof.NONE
    assert message(a_mail(note), **{CHECKED: "provider"}).sender.proof is Proof.FORGED
    assert message(two, **{CHECKED: "provider"}).sender.proof is Proof.NONE


def test_a_clock_that_runs_ahead_is_not_believed() -> None:
    assert message(a_mail("Date: Mon, 4 May 2026 13:00:00 +0000")).sent_at == NOON
    assert message(a_mail()).sent_at == NOON


def test_history_is_marked() -> None:
    assert message(PLAIN, **{HISTORY: "1"}).is_history


def test_a_mail_that_was_not_fetched_says_why() -> None:
    with pytest.raises(Unparsable, match="61 MB"):
        read(PLAIN, **{UNREAD: "the mail has 61 MB"})


def test_a_forwarded_mail_names_its_original_writer() -> None:
    mail = a_mail(
        body="FYI\n\n---------- Forwarded message ---------\nFrom: Eve <eve@example.net>\n"
        "Date: Mon, 4 May 2026\nSubject: Hi\nTo: <ana@shop.example>\n\nWhere is it?\n"
    )

    said = message(mail)

    assert said.forwarded
    assert said.original is not None
    assert said.original.addresses == (Address("email", "eve@example.net"),)
    assert said.original.proof is Proof.NONE


def test_a_mail_of_files_only_is_a_file() -> None:
    mail = multipart("Content-Type: image/png; name=a.png\n\nxx")

    assert message(mail).kind == "media"


def test_our_addresses_are_known_in_lower_case() -> None:
    assert [one.value for one in own_addresses(CONFIG)] == [
        one.lower() for one in addresses_of(CONFIG)
    ]

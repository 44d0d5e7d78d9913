"""Mail is taken when it is durable, and otherwise stays where it was."""

from __future__ import annotations

import asyncio
import smtplib

import pytest

from clew.ports.channel.mailboxes import ENVELOPE_RECIPIENT, ENVELOPE_SENDER
from tests.lmtp.taking import MAIL, Kept, greeted, taking


async def test_each_recipient_gets_an_answer_and_the_mail_is_stored_as_it_came() -> None:
    """The dot that stands at the beginning of a line is doubled on the way, and is one again."""
    kept = Kept()
    async with taking(kept) as port, greeted(port) as peer:
        await peer.say("MAIL FROM:<ana@example.com>")
        assert (await peer.say("RCPT TO:<help+c1@shop.example>")).startswith("250")
        assert (await peer.say("RCPT TO:<nobody@shop.example>")).startswith("550 5.1.1")
        assert (await peer.say("RCPT TO:<orders@shop.example>")).startswith("250")
        assert (await peer.say("DATA")).startswith("354")
        peer.writer.write(MAIL + b".\r\n")
        assert [await peer.hear(), await peer.hear()] == ["250 2.0.0 stored"] * 2

    first, second = kept.events
    assert first.headers == {
        ENVELOPE_SENDER: "ana@example.com",
        ENVELOPE_RECIPIENT: "help+c1@shop.example",
    }
    assert first.body == (
        b"Return-Path: <ana@example.com>\r\nDelivered-To: help+c1@shop.example\r\n"
        b"Subject: hello\r\n\r\nWhere is it?\r\n.\r\n"
    )
    assert second.headers[ENVELOPE_RECIPIENT] == "orders@shop.example"


async def test_a_mail_that_cannot_be_stored_is_not_taken() -> None:
    kept = Kept(is_away=True)
    async with taking(kept) as port, greeted(port) as peer:
        await peer.say("MAIL FROM:<>")
        await peer.say("RCPT TO:<help@shop.example>")
        await peer.say("DATA")
        peer.writer.write(MAIL + b".\r\n")

        assert (await peer.hear()).startswith("451 4.3.0")
    assert kept.events == []


async def test_a_server_that_speaks_smtp_is_understood_too() -> None:
    kept = Kept()

    def send(port: int) -> None:
        with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
            client.ehlo()
            assert int(client.esmtp_features["size"]) == 40 * 1024 * 1024
            client.sendmail("ana@example.com", ["help@shop.example"], MAIL)
            client.sendmail("", ["help@shop.example"], MAIL.replace(b"hello", "żółw".encode()))
            with pytest.raises(smtplib.SMTPRecipientsRefused):
                client.sendmail("ana@example.com", ["nobody@shop.example"], MAIL)

    async with taking(kept) as port:
        await asyncio.to_thread(send, port)

    assert len(kept.events) == 2
    assert b"Return-Path: <>" in kept.events[1].body


async def test_too_many_recipients_are_to_come_with_another_mail() -> None:
    async with taking(Kept()) as port, greeted(port) as peer:
        await peer.say("MAIL FROM:<ana@example.com>")
        said = [await peer.say("RCPT TO:<help@shop.example>") for _ in range(101)]

    assert said[99].startswith("250")
    assert said[100].startswith("452")


async def test_a_mail_of_many_long_lines_is_taken() -> None:
    kept, line = Kept(), b"x" * 200_000
    async with taking(kept) as port, greeted(port) as peer:
        await peer.say("MAIL FROM:<ana@example.com>")
        await peer.say("RCPT TO:<help@shop.example>")
        await peer.say("DATA")
        peer.writer.write(b"Subject: long\r\n\r\n" + line + b"\r\n.\r\n")
        assert (await peer.hear()).startswith("250")

    assert line in kept.events[0].body

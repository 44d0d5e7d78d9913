"""What a mail says of itself to programs."""

from __future__ import annotations

from clew.channels.email.writing.headers import (
    MOST_REFERENCES,
    as_bytes,
    identifiers,
    of_campaigns,
    of_machines,
    threading,
)
from clew.ports.channel import AuthorKind
from tests.channels.email.letters import a_heading


def test_a_long_exchange_keeps_its_beginning_and_its_end() -> None:
    many = [f"<{number}@example.com>" for number in range(200)]
    found = dict(threading("<new@example.com>", many))
    kept = found["References"].split()

    assert (kept[0], kept[-1], len(kept)) == (many[0], many[-1], MOST_REFERENCES)
    assert found["In-Reply-To"] == many[-1]


def test_identifiers_longer_than_a_line_are_left_whole() -> None:
    long = f"<{'x' * 300}@example.com>"

    assert as_bytes(threading("<a@b>", [long])).count(long.encode()) == 2


def test_what_is_no_identifier_is_dropped() -> None:
    assert identifiers(["<a@b> junk <c d@e> <f@g>\r\nBcc: x", "<a@b>"]) == ("<a@b>", "<f@g>")


def test_a_mail_never_answers_itself() -> None:
    assert threading("<a@b>", ["<a@b>"]) == [("Message-ID", "<a@b>")]


def test_only_machines_say_that_they_are() -> None:
    assert of_machines(AuthorKind.AGENT, is_answer=True) == []
    assert of_machines(AuthorKind.BOT, is_answer=True)[0] == ("Auto-Submitted", "auto-replied")


def test_only_a_safe_address_ends_mails_by_a_click() -> None:
    bad = a_heading(unsubscribe_url="http://shop.example/u")
    lines = of_campaigns(AuthorKind.CAMPAIGN, bad, "help@shop.example")

    assert lines == [("List-Unsubscribe", "<mailto:help@shop.example?subject=unsubscribe>")]
    assert of_campaigns(AuthorKind.AGENT, bad, "help@shop.example") == []

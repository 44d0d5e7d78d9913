"""A bounce says whether to write again, later, or differently."""

from __future__ import annotations

import pytest

from clew.channels.email.bounce_kinds import better_status, kind_of, status_in


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("550 5.1.1 <a@x>: Recipient address rejected: User unknown", "hard"),
        ("550-5.1.1 The email account that you tried to reach does not exist.", "hard"),
        ("550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found", "hard"),
        ("550 5.4.310 DNS domain x.example does not exist", "hard"),
        ("554 delivery error: dd This user doesn't have a yahoo.com account", "hard"),
        ("550 Mailbox unavailable", "hard"),
        ("552 5.2.2 Mailbox full", "soft"),
        ("452 4.2.2 The email account that you tried to reach is over quota", "soft"),
        ("554 5.2.1 mailbox size limit exceeded: over quota", "soft"),
        ("451 4.7.1 Greylisting in action, please come back later", "soft"),
        ("connect to mx.x.example[1.2.3.4]:25: Connection timed out", "soft"),
        ("4.4.7 Message expired", "soft"),
        ("550 5.7.1 Message rejected as spam by Content Filtering.", "policy"),
        ("550 5.7.26 This mail is unauthenticated, DMARC", "policy"),
        ("554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org", "policy"),
        ("552 5.3.4 Message size exceeds fixed limit", "policy"),
        ("550 5.7.1 Unable to relay", "policy"),
        ("550 spam message rejected", "policy"),
        ("550 Niestety, użytkownik nie istnieje", "hard"),
        ("550 Пользователь не найден", "hard"),
        ("ящик получателя переполнен", "soft"),
        ("Postfach ist voll", "soft"),
    ],
)
def test_the_words_of_servers_are_understood(said: str, kind: str) -> None:
    assert kind_of(status_in(said), said) == kind


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("550 5.1.1 unknown", "5.1.1"),
        ("said: 452-4.2.2 full", "4.2.2"),
        ("550 unknown user", "5.1.1"),
        ("421 try later", "4.3.2"),
        ("550 rejected as spam", "5.7.1"),
        ("mx 192.5.1.1 refused", ""),
        ("nothing", ""),
    ],
)
def test_a_status_is_found_or_follows_from_the_reply_code(said: str, status: str) -> None:
    assert status_in(said) == status


@pytest.mark.parametrize(
    ("declared", "said", "status"),
    [
        ("5.0.0", "550 5.2.2 full", "5.2.2"),
        ("5.0.0", "550 not permitted", "5.0.0"),
        ("5.0.0", "451 4.7.1 later", "5.0.0"),
        ("5.1.1", "550 5.7.1 spam", "5.1.1"),
        ("", "550 unknown", "5.1.1"),
    ],
)
def test_a_general_status_gives_way_to_an_exact_one(declared: str, said: str, status: str) -> None:
    assert better_status(declared, said) == status

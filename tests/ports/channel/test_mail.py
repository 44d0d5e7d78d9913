"""What is said of a mail before it leaves, and of the answers to it."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel import (
    MailAnswer,
    MailFile,
    MailRequest,
    MailResponse,
    MailServer,
    MailStage,
)

SERVER = MailServer("smtp.example.com", 465, user="me", password="hunter2-and-more")


@given(st.integers(0, 5_000))
def test_the_length_of_a_file_in_a_mail_is_known_beforehand(size: int) -> None:
    encoded = base64.encodebytes(bytes(size)).replace(b"\n", b"\r\n")

    assert MailFile("blob", size).encoded_bytes == len(encoded)


def test_the_length_of_a_mail_is_that_of_its_pieces() -> None:
    request = MailRequest(SERVER, content=(b"four", MailFile("blob", 3)))

    assert request.byte_count == 4 + 6


def test_only_a_login_may_be_repeated() -> None:
    assert MailRequest(SERVER).is_repeatable
    assert not MailRequest(SERVER, recipients=("anna@example.com",)).is_repeatable


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        (550, "5.1.1 no such person", "5.1.1"),
        (550, " 5.7.26 not signed", "5.7.26"),
        (550, "5.1.1no such person", "550"),
        (554, "no", "554"),
        (250, "", "250"),
    ],
)
def test_the_closest_status_is_the_one_that_counts(code: int, text: str, status: str) -> None:
    assert MailAnswer(code, text).status == status


def test_a_mail_is_taken_when_its_content_is() -> None:
    good = MailAnswer(250, "queued")

    assert MailResponse(MailStage.CONTENT, good).is_accepted
    assert not MailResponse(MailStage.RECIPIENTS, good).is_accepted
    assert not MailResponse(MailStage.CONTENT, MailAnswer(451)).is_accepted


def test_no_value_shows_a_secret_or_a_word() -> None:
    request = MailRequest(SERVER, "me", ("anna@example.com",), (b"a secret word",))

    for shown in (repr(SERVER), repr(request)):
        assert "hunter2" not in shown
        assert "secret word" not in shown

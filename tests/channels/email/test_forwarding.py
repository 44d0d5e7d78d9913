import pytest

from clew.channels.email.forwarding import original_of
from clew.channels.email.mail import Address, Enclosed, Mail
from clew.channels.email.parsing import parse_mail
from clew.channels.email.reading import read
from tests.channels.email.mails import a_mail

EVE = Address("Eve Adams", "eve@example.net")


def original(body: str) -> Address | None:
    mail = parse_mail(a_mail(body=body))
    return original_of(mail, read(mail.text, mail.html))


@pytest.mark.parametrize(
    "body",
    [
        "See below\n\n---------- Forwarded message ---------\nFrom: Eve Adams <eve@example.net>\n"
        "Date: Mon, 4 May 2026\nSubject: Hello\nTo: <ben@shop.example>\n\nWhere is it?\n",
        "Begin forwarded message:\n\nFrom: Eve Adams <eve@example.net>\nSubject: Hello\n"
        "Date: 4 May 2026\nTo: ben@shop.example\n\nWhere is it?\n",
    ],
)
def test_the_writer_of_a_forwarded_mail_is_found(body: str) -> None:
    assert original(body) == EVE


def test_an_enclosed_mail_says_it_best() -> None:
    mail = Mail(enclosed=(Enclosed(senders=(Address("nobody", ""),)), Enclosed(senders=(EVE,))))

    assert original_of(mail, read("", "")) == EVE


def test_a_quotation_is_not_forwarded() -> None:
    assert original("Yes!\n\nOn Mon, 4 May 2026 Eve <eve@example.net> wrote:\n> Well?\n") is None
    assert original("hello\n") is None

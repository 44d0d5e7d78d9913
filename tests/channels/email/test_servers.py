"""Programs among senders are known by their names."""

from __future__ import annotations

import pytest

from clew.channels.email.mime.fields import Fields
from clew.channels.email.servers import has_null_return_path, is_from_a_server, is_unread_address


@pytest.mark.parametrize(
    ("name", "value", "is_server"),
    [
        ("From", b"MAILER-DAEMON", True),
        ("From", b"Mail Delivery Subsystem <mailer-daemon@googlemail.com>", True),
        (
            "From",
            b"Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.example>",
            True,
        ),
        ("Return-Path", b"<>", True),
        ("X-Failed-Recipients", b"a@x.example", True),
        ("From", b"Ana <ana@x.example>", False),
    ],
)
def test_servers_are_told_from_people(name: str, value: bytes, is_server: bool) -> None:
    assert is_from_a_server(Fields.of([(name, value)])) is is_server


def test_a_null_return_path_may_hold_blanks() -> None:
    assert has_null_return_path(Fields.of([("Return-Path", b"< >")]))
    assert not has_null_return_path(Fields.of([]))


@pytest.mark.parametrize(
    "email", ["noreply@x", "no-reply+1@x", "shop_no_reply@x", "donotreply@x", "ne-otvetchay@x"]
)
def test_addresses_that_say_so_are_unread(email: str) -> None:
    assert is_unread_address(email)
    assert not is_unread_address("ana" + email[-2:])

"""What the settings of an inbox come to."""

from __future__ import annotations

import pytest

from clew.channels.email.smtp_settings import (
    ADDRESS,
    ALIASES,
    OAUTH_SETTINGS,
    SMTP_SETTINGS,
    addresses_of,
    from_name_of,
    mail_server,
)
from clew.ports.channel import AuthorKind, InboxConfig, Security, problems_with
from tests.channels.email.letters import CONFIG, a_heading

ALL = (ADDRESS, ALIASES, *SMTP_SETTINGS, *OAUTH_SETTINGS)


def an_inbox(secrets: dict[str, str] | None = None, **settings: str) -> InboxConfig:
    return InboxConfig({"smtp_host": "smtp.example.com", **settings}, secrets or {})


def test_the_sample_inbox_is_complete() -> None:
    assert problems_with(ALL, CONFIG) == ()


@pytest.mark.parametrize(
    ("security", "port"), [("tls", 465), ("starttls", 587), ("none", 25), ("", 465)]
)
def test_usual_ports_need_not_be_told(security: str, port: int) -> None:
    server = mail_server(an_inbox(smtp_security=security))

    assert server is not None
    assert (server.port, server.security) == (port, Security(security or "tls"))


def test_a_port_that_is_told_counts() -> None:
    server = mail_server(an_inbox(smtp_port="2525"))

    assert server is not None
    assert server.port == 2525


def test_a_token_is_used_in_place_of_a_password() -> None:
    secrets = {"smtp_password": "unused", "oauth_refresh_token": "lasting"}
    config = an_inbox(
        secrets, address="help@shop.example", oauth_token_url="https://login.example/token"
    )
    server = mail_server(config)

    assert server is not None
    assert server.grant is not None
    assert (server.user, server.password) == ("help@shop.example", "")


def test_an_inbox_without_a_server_cannot_send() -> None:
    assert mail_server(InboxConfig()) is None


def test_our_addresses_are_told_apart() -> None:
    config = an_inbox(address="a@b.example", aliases=" c@d.example , a@b.example,")

    assert addresses_of(config) == ("a@b.example", "c@d.example")


@pytest.mark.parametrize(
    ("pattern", "author", "name"),
    [
        ("{agent} · Shop", AuthorKind.AGENT, "Olga · Shop"),
        ("{agent} · Shop", AuthorKind.BOT, "Shop"),
        ("Shop – {team}", AuthorKind.AGENT, "Shop – Orders"),
        ("{agent}", AuthorKind.SYSTEM, "Orders"),
        ("", AuthorKind.AGENT, "Olga"),
    ],
)
def test_the_sender_is_called_as_the_inbox_says(
    pattern: str, author: AuthorKind, name: str
) -> None:
    assert from_name_of(an_inbox(from_name=pattern), a_heading(), author) == name

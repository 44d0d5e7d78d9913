from clew.channels.email.mailbox_settings import mailbox_of
from clew.channels.email.settings import SETTINGS
from clew.ports.channel import InboxConfig, MailboxPlace, MailServer, Security, problems_with

SETTLED = {"address": "help@shop.example", "smtp_host": "smtp.example.com"}


def test_an_inbox_without_a_mailbox_gets_its_mail_otherwise() -> None:
    assert mailbox_of(InboxConfig(SETTLED)) is None
    assert problems_with(SETTINGS, InboxConfig(SETTLED)) == ()


def test_a_mailbox_needs_no_more_than_its_host_and_a_password() -> None:
    config = InboxConfig({**SETTLED, "imap_host": "imap.example.com"}, {"imap_password": "p"})

    assert mailbox_of(config) == MailboxPlace(
        MailServer("imap.example.com", 993, Security.TLS, "help@shop.example", "p"), "INBOX"
    )


def test_every_part_of_it_can_be_said() -> None:
    config = InboxConfig(
        {
            **SETTLED,
            "imap_host": "[::1]",
            "imap_port": "1143",
            "imap_security": "none",
            "imap_user": "u",
            "imap_folder": "Help",
        }
    )

    assert mailbox_of(config) == MailboxPlace(MailServer("::1", 1143, Security.NONE, "u"), "Help")
    assert problems_with(SETTINGS, config) == ()


def test_with_a_grant_no_password_is_used() -> None:
    config = InboxConfig(
        {**SETTLED, "imap_host": "imap.example.com", "oauth_token_url": "https://id.example/t"},
        {"imap_password": "p", "oauth_refresh_token": "r"},
    )

    found = mailbox_of(config)

    assert found is not None
    assert (found.server.password, found.server.grant is None) == ("", False)

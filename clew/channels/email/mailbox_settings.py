"""What an inbox has to be told so that mails come in: by mailbox, by webhook, or routed to us."""

from clew.channels.email.smtp_settings import addresses_of, server_named
from clew.ports.channel import InboxConfig, MailboxPlace, Security, Setting, SettingKind

USUAL_PORTS = {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143}
WEBHOOK_SECRET = "webhook_secret"  # noqa: S105 - the name of a setting
TRUSTED = "trusted_authserv_id"

MAILBOX_SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="imap_host",
        label="Server for incoming mail",
        help="The host that keeps the mailbox, such as imap.example.com; empty if mail is"
        " routed to this server or posted to its webhook.",
        is_required=False,
        pattern=r"[A-Za-z0-9._:\[\]-]{1,253}",
        group="incoming",
        example="imap.example.com",
    ),
    Setting(
        name="imap_port",
        label="Port for incoming mail",
        help="Usually 993 with TLS, and 143 with STARTTLS.",
        is_required=False,
        pattern=r"[1-9][0-9]{0,4}",
        group="incoming",
        kind=SettingKind.NUMBER,
    ),
    Setting(
        name="imap_security",
        label="Encryption of incoming mail",
        help="tls, starttls, or none for a server on a private host that the operator listed.",
        is_required=False,
        default=Security.TLS.value,
        choices=tuple(Security),
        group="incoming",
    ),
    Setting(
        name="imap_user",
        label="User for incoming mail",
        help="Usually the e-mail address, which is taken if this is empty.",
        is_required=False,
        group="incoming",
    ),
    Setting(
        name="imap_folder",
        label="Folder",
        help="The one that is read; nothing in it is ever changed.",
        is_required=False,
        default="INBOX",
        pattern=r"[^\x00-\x1f\x7f]{1,200}",
        group="incoming",
    ),
    Setting(
        name=TRUSTED,
        label="Name of your mail server in Authentication-Results",
        help="What your own server calls itself where it notes SPF, DKIM and DMARC, such as"
        " mx.example.com; notes of anybody else are not believed.",
        is_required=False,
        pattern=r"[A-Za-z0-9._-]{1,253}",
        group="more",
        is_rare=True,
        example="mx.example.com",
    ),
    Setting(
        name="imap_password",
        label="Password for incoming mail",
        help="Of the user, or an app password.",
        is_secret=True,
        is_required=False,
        group="incoming",
    ),
    Setting(
        name=WEBHOOK_SECRET,
        label="Webhook secret",
        help="What posted mails are signed with, of at least 16 characters; without it none"
        " are taken.",
        is_secret=True,
        is_required=False,
        pattern=r"[!-~]{16,200}",
        group="more",
        is_rare=True,
        is_made_up=True,
    ),
)


def mailbox_of(config: InboxConfig) -> MailboxPlace | None:
    """Return where an inbox's mail waits, or None if it is brought here by others."""
    own = next(iter(addresses_of(config)), "")
    server = server_named("imap", config, USUAL_PORTS, own)
    if server is None:
        return None
    return MailboxPlace(server, config.settings.get("imap_folder", "").strip() or "INBOX")

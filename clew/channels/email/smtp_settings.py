"""What an inbox has to be told so that mails can leave: our addresses, and the server."""

from collections.abc import Mapping

from clew.channels.email.tokens import REPLY_KEY
from clew.channels.email.writing.addresses import one_line
from clew.ports.channel import (
    AuthorKind,
    Grant,
    Heading,
    InboxConfig,
    MailServer,
    Security,
    Setting,
    SettingKind,
)

_ADDRESS = r"[^\s@<>,;\"]+@[^\s@<>,;\"]+"
_YES = "yes"
USUAL_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}

ADDRESS = Setting(
    name="address",
    label="E-mail address",
    help="Where contacts write to, such as help@shop.example; replies come from it.",
    pattern=_ADDRESS,
    kind=SettingKind.EMAIL,
    example="help@shop.example",
)
ALIASES = Setting(
    name="aliases",
    label="Other addresses",
    help="Further addresses of this inbox, with commas; who wrote to one is answered from it.",
    is_required=False,
    pattern=rf"\s*{_ADDRESS}(\s*,\s*{_ADDRESS})*\s*",
    example="orders@shop.example",
)

SMTP_SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="from_name",
        label="Name of the sender",
        help="As contacts see it; {agent} and {team} stand for who writes.",
        is_required=False,
        default="{agent}",
        pattern=r"[^\x00-\x1f\x7f]{1,100}",
    ),
    Setting(
        name="smtp_host",
        label="Server for outgoing mail",
        help="The host that takes mail from you, such as smtp.example.com.",
        pattern=r"[A-Za-z0-9._:\[\]-]{1,253}",
        group="outgoing",
        example="smtp.example.com",
    ),
    Setting(
        name="smtp_port",
        label="Port for outgoing mail",
        help="Usually 465 with TLS, and 587 with STARTTLS.",
        is_required=False,
        pattern=r"[1-9][0-9]{0,4}",
        group="outgoing",
        kind=SettingKind.NUMBER,
    ),
    Setting(
        name="smtp_security",
        label="Encryption of outgoing mail",
        help="tls, starttls, or none for a server on a private host that the operator listed.",
        is_required=False,
        default=Security.TLS.value,
        choices=tuple(Security),
        group="outgoing",
    ),
    Setting(
        name="smtp_user",
        label="User for outgoing mail",
        help="Usually the e-mail address; empty if the server asks nobody to log in.",
        is_required=False,
        group="outgoing",
    ),
    Setting(
        name="plus_addresses",
        label="Answers to help+code@…",
        help="yes if your server delivers such addresses to this inbox, as most do; else no.",
        is_required=False,
        default=_YES,
        choices=(_YES, "no"),
        group="more",
        is_rare=True,
    ),
    Setting(
        name="smtp_password",
        label="Password for outgoing mail",
        help="Of the user, or an app password.",
        is_secret=True,
        is_required=False,
        group="outgoing",
    ),
    Setting(
        name=REPLY_KEY,
        label="Key that signs references",
        help="Made here; replace it only if it became known.",
        is_secret=True,
        is_required=False,
        is_generated=True,
        group="more",
        is_rare=True,
    ),
)

OAUTH_SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="oauth_token_url",
        label="Token endpoint (OAuth)",
        help="Where access tokens are given, an https address; instead of passwords.",
        is_required=False,
        pattern=r"https?://\S{1,500}",
        group="oauth",
        is_rare=True,
        kind=SettingKind.ADDRESS,
    ),
    Setting(
        name="oauth_client_id",
        label="Client id (OAuth)",
        help="As your provider registered this program.",
        is_required=False,
        group="oauth",
        is_rare=True,
    ),
    Setting(
        name="oauth_scope",
        label="Scope (OAuth)",
        help="What is asked for, if your provider wants to be told.",
        is_required=False,
        group="oauth",
        is_rare=True,
    ),
    Setting(
        name="oauth_client_secret",
        label="Client secret (OAuth)",
        help="Of the registration, if it has one.",
        is_secret=True,
        is_required=False,
        group="oauth",
        is_rare=True,
    ),
    Setting(
        name="oauth_refresh_token",
        label="Refresh token (OAuth)",
        help="The lasting permission that access tokens are asked for with.",
        is_secret=True,
        is_required=False,
        group="oauth",
        is_rare=True,
    ),
)


def mail_server(config: InboxConfig) -> MailServer | None:
    """Return the server that takes our mails, or None if none is named."""
    return server_named("smtp", config, USUAL_PORTS, _own(config) if grant_of(config) else "")


def server_named(
    prefix: str, config: InboxConfig, usual_ports: Mapping[Security, int], usual_user: str
) -> MailServer | None:
    """Return the server that the settings of one prefix tell of, or None if none is named."""
    settings = config.settings
    host = settings.get(f"{prefix}_host", "").strip().strip("[]")
    if not host:
        return None
    security = Security(settings.get(f"{prefix}_security") or Security.TLS)
    grant = grant_of(config)
    return MailServer(
        host=host,
        port=int(settings.get(f"{prefix}_port") or usual_ports[security]),
        security=security,
        user=settings.get(f"{prefix}_user", "").strip() or usual_user,
        password="" if grant else config.secrets.get(f"{prefix}_password", ""),
        grant=grant,
    )


def grant_of(config: InboxConfig) -> Grant | None:
    """Return by what right access tokens are asked for, if passwords are not used."""
    url, token = config.settings.get("oauth_token_url"), config.secrets.get("oauth_refresh_token")
    if not (url and token):
        return None
    return Grant(
        url=url,
        client_id=config.settings.get("oauth_client_id", ""),
        client_secret=config.secrets.get("oauth_client_secret", ""),
        refresh_token=token,
        scope=config.settings.get("oauth_scope", ""),
    )


def addresses_of(config: InboxConfig) -> tuple[str, ...]:
    """Return our addresses, the one that is written from first."""
    aliases = config.settings.get("aliases", "").split(",")
    given = (config.settings.get("address", ""), *aliases)
    return tuple(dict.fromkeys(one.strip() for one in given if one.strip()))


def has_plus_addresses(config: InboxConfig) -> bool:
    """Say whether answers to `local+token@domain` arrive here."""
    return config.settings.get("plus_addresses", _YES) == _YES


def from_name_of(config: InboxConfig, heading: Heading, author: AuthorKind) -> str:
    """Return the sender's name as the contact sees it; a machine writes as the team."""
    pattern = config.settings.get("from_name") or "{agent}"
    agent = heading.agent_name if author is AuthorKind.AGENT else ""
    name = pattern.replace("{agent}", agent).replace("{team}", heading.team_name)
    # What a missing name leaves around it, as in "{agent} · Shop".
    return one_line(name.strip(" ·|,-/\u2013\u2014")) or one_line(heading.team_name)


def _own(config: InboxConfig) -> str:
    return next(iter(addresses_of(config)), "")

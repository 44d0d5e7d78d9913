"""What an inbox of web chat needs to be told: where it stands, how it looks, who vouches."""

from clew.ports.channel import ChatSite, InboxConfig, JsonObject, Setting

ALLOWED_SITES = "allowed_sites"
LANGUAGES = "languages"
COLOUR = "colour"
POSITION = "position"
LAUNCHER = "launcher"
ONLY_VERIFIED = "only_verified"
TAKES_HASH = "takes_hash"
MAILS_ANSWERS = "mails_answers"
IDENTITY_SECRET = "identity_secret"  # noqa: S105 - the name of a setting
PREVIOUS_IDENTITY_SECRET = "previous_identity_secret"  # noqa: S105 - the name of a setting

SPOKEN = {"en": "English", "pl": "Polish", "ru": "Russian", "hu": "Hungarian"}
TEXTS = {
    "title": "Title",
    "greeting": "Greeting",
    "launcher": "Label of the button",
}
YES_OR_NO = ("yes", "no")
ONE_LINE = r"[^\x00-\x1f]{0,300}"
SITE = r"https?://[^\s/?#@,]+"

SETTINGS = (
    Setting(
        ALLOWED_SITES,
        "Sites",
        "addresses of the sites that may show this chat, such as https://shop.example.com,"
        " separated by spaces",
        is_required=False,
        pattern=rf"(?:{SITE}[\s,]*)*",
    ),
    Setting(
        LANGUAGES,
        "Languages",
        "en, pl, ru, hu, the preferred one first, separated by spaces",
        is_required=False,
        default="en pl ru hu",
        pattern=r"(?:(?:en|pl|ru|hu)[\s,]*)+",
    ),
    Setting(
        COLOUR,
        "Colour",
        "of the button and the head, such as #1f6f5c",
        is_required=False,
        default="#1f6f5c",
        pattern=r"#[0-9A-Fa-f]{6}",
    ),
    Setting(
        POSITION,
        "Position",
        "right or left",
        is_required=False,
        default="right",
        choices=("right", "left"),
    ),
    Setting(
        LAUNCHER,
        "Button",
        "bubble, label, or none if your page opens the chat itself",
        is_required=False,
        default="bubble",
        choices=("bubble", "label", "none"),
    ),
    *(
        Setting(f"{name}_{code}", f"{label} ({language})", "one line", is_required=False,
                pattern=ONE_LINE)
        for name, label in TEXTS.items()
        for code, language in SPOKEN.items()
    ),
    Setting(
        MAILS_ANSWERS,
        "Mail answers to those who left",
        "yes or no",
        is_required=False,
        default="yes",
        choices=YES_OR_NO,
    ),
    Setting(
        ONLY_VERIFIED,
        "Only people whom the site vouches for may write",
        "yes or no",
        is_required=False,
        default="no",
        choices=YES_OR_NO,
    ),
    Setting(
        TAKES_HASH,
        "Take identity hashes, which never expire, beside signed tokens",
        "yes or no",
        is_required=False,
        default="no",
        choices=YES_OR_NO,
    ),
    Setting(
        IDENTITY_SECRET,
        "Identity secret",
        "at least 16 characters; the site's server signs with it who a visitor is",
        is_secret=True,
        is_required=False,
        pattern=r"[!-~]{16,512}",
    ),
    Setting(
        PREVIOUS_IDENTITY_SECRET,
        "Previous identity secret",
        "while you replace the secret, what was signed with the old one is taken too",
        is_secret=True,
        is_required=False,
        pattern=r"[!-~]{16,512}",
    ),
)  # fmt: skip


def chat_site(config: InboxConfig) -> ChatSite:
    """Return how an inbox is set up."""
    return ChatSite(
        allowed_sites=_allowed_sites(config),
        languages=_languages(config),
        appearance=_appearance(config),
        identity_secrets=_identity_secrets(config),
        only_verified=_is_on(config, ONLY_VERIFIED),
        takes_hash=_is_on(config, TAKES_HASH),
        mails_answers=_is_on(config, MAILS_ANSWERS),
    )


def _value(config: InboxConfig, name: str) -> str:
    """Return a setting, or its default."""
    default = next(one.default for one in SETTINGS if one.name == name)
    return config.settings.get(name) or default


def _is_on(config: InboxConfig, name: str) -> bool:
    """Say whether a setting says yes."""
    return _value(config, name) == "yes"


def _allowed_sites(config: InboxConfig) -> tuple[str, ...]:
    """Return the origins that may show this chat, as browsers write them."""
    listed = _value(config, ALLOWED_SITES).replace(",", " ").split()
    return tuple(dict.fromkeys(site.rstrip("/").lower() for site in listed))


def _languages(config: InboxConfig) -> tuple[str, ...]:
    """Return the languages, the preferred one first."""
    return tuple(dict.fromkeys(_value(config, LANGUAGES).replace(",", " ").split())) or ("en",)


def _appearance(config: InboxConfig) -> JsonObject:
    """Return how the chat looks, for the widget."""
    given = config.settings
    texts = {
        code: {name: given[f"{name}_{code}"] for name in TEXTS if given.get(f"{name}_{code}")}
        for code in _languages(config)
    }
    return {
        "colour": _value(config, COLOUR),
        "position": _value(config, POSITION),
        "launcher": _value(config, LAUNCHER),
        "texts": texts,
    }


def _identity_secrets(config: InboxConfig) -> tuple[str, ...]:
    """Return the secrets with which a site may sign, the present one first."""
    given = (config.secrets.get(name, "") for name in (IDENTITY_SECRET, PREVIOUS_IDENTITY_SECRET))
    return tuple(secret for secret in given if secret)

"""What an inbox of the WhatsApp Cloud API needs to be told."""

from urllib.parse import quote

from clew.domain.reasons import Reason
from clew.ports.channel import READ_MARKS_SETTING, InboxConfig, Setting, SettingKind

PUBLIC_API = "https://graph.facebook.com/v25.0"

PHONE_NUMBER_ID = "phone_number_id"
WABA_ID = "waba_id"
API_BASE_URL = "api_base_url"
ACCESS_TOKEN = "access_token"  # noqa: S105 - the name of a setting
APP_SECRET = "app_secret"  # noqa: S105 - the name of a setting
PREVIOUS_APP_SECRET = "previous_app_secret"  # noqa: S105 - the name of a setting
VERIFY_TOKEN = "verify_token"  # noqa: S105 - the name of a setting

# What a header can carry.
VISIBLE_ASCII = r"[!-~]+"

SETTINGS = (
    Setting(
        PHONE_NUMBER_ID,
        "Phone number ID",
        "the long number under WhatsApp > API setup; not the telephone number itself",
        pattern=r"[A-Za-z0-9_.-]{1,64}",
        example="106540352242922",
    ),
    Setting(
        WABA_ID,
        "WhatsApp Business account ID",
        "needed to list templates; shown beside the phone number ID",
        is_required=False,
        pattern=r"[A-Za-z0-9_.-]{1,64}",
    ),
    Setting(
        API_BASE_URL,
        "Address of the Graph API",
        "the address with the version, such as " + PUBLIC_API,
        is_required=False,
        default=PUBLIC_API,
        pattern=r"https?://[^\s?#@]+",
        kind=SettingKind.ADDRESS,
        example=PUBLIC_API,
        group="more",
        is_rare=True,
    ),
    Setting(
        ACCESS_TOKEN,
        "Access token",
        "a permanent token of a system user who may send and manage WhatsApp messages",
        is_secret=True,
        pattern=VISIBLE_ASCII,
    ),
    Setting(
        APP_SECRET,
        "App secret",
        "under App settings > Basic; every webhook is checked with it",
        is_secret=True,
        pattern=VISIBLE_ASCII,
    ),
    Setting(
        VERIFY_TOKEN,
        "Verify token",
        "a phrase of your own; type the same one where the provider asks for it",
        is_secret=True,
        pattern=VISIBLE_ASCII,
        is_made_up=True,
    ),
    Setting(
        PREVIOUS_APP_SECRET,
        "Previous app secret",
        "while you replace the app secret, webhooks signed with the old one are taken too",
        is_secret=True,
        is_required=False,
        pattern=VISIBLE_ASCII,
        group="more",
        is_rare=True,
    ),
    READ_MARKS_SETTING,
)


def api_url(config: InboxConfig, *path: str) -> str:
    """Return an address of the Graph API; every segment is quoted."""
    base = config.settings.get(API_BASE_URL) or PUBLIC_API
    return "/".join((base.rstrip("/"), *(quote(segment, safe="") for segment in path)))


def authorization(config: InboxConfig) -> dict[str, str]:
    """Return the header that shows who we are."""
    return {"Authorization": f"Bearer {config.secrets.get(ACCESS_TOKEN, '')}"}


def phone_number_id(config: InboxConfig) -> str:
    """Return the provider's id of our number."""
    return config.settings.get(PHONE_NUMBER_ID, "")


def missing_for_sending(config: InboxConfig) -> Reason | None:
    """Return what must be filled in before anything can be sent, if anything."""
    if not config.settings.get(PHONE_NUMBER_ID):
        return Reason.NO_NUMBER_ID
    return None if config.secrets.get(ACCESS_TOKEN) else Reason.NO_ACCESS_TOKEN

"""Names by which mail programs mark parts of their HTML. No other class or id is kept."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache


class Mark(Enum):
    """What a marked element is.

    Attributes:
        ATTRIBUTION: The line that says whom the next part quotes.
        BOUNDARY: From here to the end the mail is quoted.
        TIGHT: A paragraph that leaves no blank line.
        QUOTE, FORWARD, SIGNATURE: The element is one, as a whole.
    """

    ATTRIBUTION = auto()
    BOUNDARY = auto()
    TIGHT = auto()
    QUOTE = auto()
    FORWARD = auto()
    SIGNATURE = auto()


# In lower case; Outlook puts `x_` before the names of what it quotes, and that is quoted anyway.
MARKS: Mapping[str, Mark] = {
    "gmail_attr": Mark.ATTRIBUTION,  # Gmail
    "gmail_signature": Mark.SIGNATURE,
    "gmail_signature_prefix": Mark.SIGNATURE,
    "moz-cite-prefix": Mark.ATTRIBUTION,  # Thunderbird
    "moz-email-headers-table": Mark.FORWARD,
    "moz-forward-container": Mark.FORWARD,
    "moz-signature": Mark.SIGNATURE,
    "msonormal": Mark.TIGHT,  # Outlook
    "msoplaintext": Mark.TIGHT,
    "appendonsend": Mark.BOUNDARY,  # Outlook on the web
    "divrplyfwdmsg": Mark.BOUNDARY,
    "mail-editor-reference-message-container": Mark.BOUNDARY,  # Outlook, new
    "ms-outlook-mobile-reference-message": Mark.BOUNDARY,  # Outlook, mobile
    "olk_src_body_section": Mark.BOUNDARY,  # Outlook for Mac
    "signature": Mark.SIGNATURE,
    "ms-outlook-mobile-signature": Mark.SIGNATURE,
    "ms-outlook-mobile-body-separator-line": Mark.BOUNDARY,
    "applemailsignature": Mark.SIGNATURE,  # Apple Mail
    "yahoo_quoted": Mark.QUOTE,  # Yahoo
    "yahooquoted": Mark.QUOTE,
    "yahoo_signature": Mark.SIGNATURE,
    "protonmail_quote": Mark.QUOTE,  # Proton Mail
    "protonmail_signature_block": Mark.SIGNATURE,
    "tutanota_quote": Mark.QUOTE,  # Tuta
    "composer_signature": Mark.SIGNATURE,  # Samsung
    "isreplycontent": Mark.QUOTE,  # NetEase
    "isforwardcontent": Mark.FORWARD,
    "zmail_extra": Mark.QUOTE,  # Zoho
    "wdsig": Mark.SIGNATURE,
}


@lru_cache(maxsize=1_000)
def kept_names(value: str) -> str:
    """Return those names of a `class` or `id` that mark a part, in lower case."""
    return " ".join(name for name in value.lower().split() if name in MARKS)

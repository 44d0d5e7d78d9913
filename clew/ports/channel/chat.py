"""A channel whose other side is our own client: how the chat is set up, as one value."""

from dataclasses import dataclass, field

from clew.ports.channel.addresses import JsonObject

# The key of the one channel of this kind, and the kind of its addresses: visitors' ids.
CHAT = "webchat"
VISITOR = "visitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSite:
    """One inbox of web chat.

    Attributes:
        allowed_sites: Origins, as browsers write them, whose pages may show it.
        languages: The preferred one first.
        appearance: For the widget: {colour, position, launcher, texts: {language: {name: text}}}.
        identity_secrets: With which the host site signs who a visitor is.
        only_verified: Only people whom the site vouches for may write.
        takes_hash: The older form of vouching, which never expires, is taken as well.
        mails_answers: Who has gone gets answers by e-mail.
    """

    allowed_sites: tuple[str, ...]
    languages: tuple[str, ...]
    appearance: JsonObject
    identity_secrets: tuple[str, ...] = field(repr=False)
    only_verified: bool
    takes_hash: bool
    mails_answers: bool

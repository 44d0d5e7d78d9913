"""The border between channels and everything else.

A channel is a value: a table of what it can do, the settings an inbox of it needs, and pure
functions that turn bytes into facts and messages into requests. It does no I/O, and knows
neither the clock nor the database nor any other channel. Whoever needs this vocabulary
imports it from here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clew.ports.channel.addresses import PHONE, Address, JsonObject, Proof, Sender
from clew.ports.channel.capabilities import Capabilities, MediaLimit, Pace, Patience, TextUnit
from clew.ports.channel.chat import CHAT, VISITOR, ChatSite
from clew.ports.channel.checks import (
    Connected,
    ProbeOutcome,
    Template,
    TemplatePage,
    TemplatesOutcome,
    Unavailable,
)
from clew.ports.channel.http import FormField, FormFile, HttpRequest, HttpResponse, SavedFile
from clew.ports.channel.incoming import (
    ChatOpened,
    IdentityChanged,
    Ignored,
    IgnoredReason,
    InboxNotice,
    Incoming,
    IncomingDeletion,
    IncomingEdit,
    IncomingMessage,
    IncomingReaction,
    MediaFamily,
    MediaRef,
    MessageKind,
    NoticeKind,
    OptIn,
    OptOut,
    References,
    Unreadable,
    dedupe_key,
)
from clew.ports.channel.letters import (
    Correspondent,
    Earlier,
    Heading,
    LetterRules,
    ReaderResult,
    ReaderRole,
    ReaderState,
)
from clew.ports.channel.mail import (
    Grant,
    MailAnswer,
    MailFile,
    MailRequest,
    MailResponse,
    MailServer,
    MailStage,
    Request,
    Security,
)
from clew.ports.channel.mailboxes import MailboxPlace
from clew.ports.channel.outgoing import (
    AuthorKind,
    Choice,
    Continue,
    Fetched,
    MarkRead,
    MediaOutcome,
    Misconfigured,
    OptedOut,
    Outcome,
    Outgoing,
    OutgoingAttachment,
    OutgoingMessage,
    OutgoingReaction,
    OutgoingTemplate,
    Progress,
    Refused,
    Retry,
    Sent,
    Throttled,
    ThrottleScope,
)
from clew.ports.channel.permission import (
    Allow,
    Deny,
    DenyReason,
    Draft,
    NeedTemplate,
    Permission,
    SendFacts,
    WaitUntil,
    can_send,
    window_closed_at,
    window_closes_at,
)
from clew.ports.channel.read_marks import READ_MARKS_SETTING, ReadMarks, read_marks_in
from clew.ports.channel.receipts import (
    OptScope,
    Receipt,
    ReceiptState,
    Refusal,
    RefusalCause,
)
from clew.ports.channel.settings import (
    Fault,
    InboxConfig,
    Setting,
    SettingKind,
    SettingProblem,
    problems_with,
    with_defaults,
)
from clew.ports.channel.vouching import Vouching
from clew.ports.channel.webhooks import HandshakeAnswer, RawEvent, Unparsable, Verdict

__all__ = [
    "CHAT",
    "PHONE",
    "READ_MARKS_SETTING",
    "VISITOR",
    "Address",
    "Allow",
    "AuthorKind",
    "Capabilities",
    "Channel",
    "ChatOpened",
    "ChatSite",
    "Choice",
    "Connected",
    "Continue",
    "Correspondent",
    "Deny",
    "DenyReason",
    "Draft",
    "Earlier",
    "Fault",
    "Fetched",
    "FormField",
    "FormFile",
    "Grant",
    "HandshakeAnswer",
    "Heading",
    "HttpRequest",
    "HttpResponse",
    "IdentityChanged",
    "Ignored",
    "IgnoredReason",
    "InboxConfig",
    "InboxNotice",
    "Incoming",
    "IncomingDeletion",
    "IncomingEdit",
    "IncomingMessage",
    "IncomingReaction",
    "JsonObject",
    "LetterRules",
    "MailAnswer",
    "MailFile",
    "MailRequest",
    "MailResponse",
    "MailServer",
    "MailStage",
    "MailboxPlace",
    "MarkRead",
    "MediaFamily",
    "MediaLimit",
    "MediaOutcome",
    "MediaRef",
    "MessageKind",
    "Misconfigured",
    "NeedTemplate",
    "NoticeKind",
    "OptIn",
    "OptOut",
    "OptScope",
    "OptedOut",
    "Outcome",
    "Outgoing",
    "OutgoingAttachment",
    "OutgoingMessage",
    "OutgoingReaction",
    "OutgoingTemplate",
    "Pace",
    "Patience",
    "Permission",
    "ProbeOutcome",
    "Progress",
    "Proof",
    "RawEvent",
    "ReadMarks",
    "ReaderResult",
    "ReaderRole",
    "ReaderState",
    "Receipt",
    "ReceiptState",
    "References",
    "Refusal",
    "RefusalCause",
    "Refused",
    "Request",
    "Retry",
    "SavedFile",
    "Security",
    "SendFacts",
    "Sender",
    "Sent",
    "Setting",
    "SettingKind",
    "SettingProblem",
    "Template",
    "TemplatePage",
    "TemplatesOutcome",
    "TextUnit",
    "ThrottleScope",
    "Throttled",
    "Unavailable",
    "Unparsable",
    "Unreadable",
    "Verdict",
    "WaitUntil",
    "can_send",
    "dedupe_key",
    "problems_with",
    "read_marks_in",
    "window_closed_at",
    "window_closes_at",
    "with_defaults",
]


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel, as its folder under `clew.channels` declares it.

    Attributes:
        key: Its name in the database and in addresses, never changed.
        kept_headers: Lower-case names of the request headers that `verify` and `parse` need.
        verify: Judge a webhook by its raw bytes, in constant time.
        handshake: Answer a provider that asks by GET whether the webhook is ours; None: not so.
        parse: Read a genuine webhook. Total: whatever the bytes, it returns a value for every
            event in them or raises `Unparsable`, and nothing else.
        render: Make the request of the next step, or say why there is none: all was sent, or
            the message cannot be sent this way.
        read_response: Read the answer to the request that `render` made of the same arguments.
        read_mail_response, read_mail_probe: The same two where what was asked was a mail.
        fetch_media, read_media_response: The same two for a file that a contact sent.
        signal: Make the request that shows the contact we have read, or None. Whatever is
            answered to it, nothing depends on it. Its settings then have `READ_MARKS_SETTING`.
        probe, read_probe: Ask whether an inbox's settings work, or answer what needs no asking.
        list_templates, read_templates: Ask for its templates, from a cursor on; None: cannot.
        mailbox: Where an inbox's messages wait to be fetched, if they do.
        read_part: Return the bytes of a file in a raw event itself, which `MediaRef.part` names.
        letters: On channels where a message has a subject and several readers.
        vouching: What proves who sent an event, where senders publish keys.
        own_addresses: Where contacts write to reach an inbox; what comes from there is our own.
        hook_max_bytes: Longest webhook, where that is longer than other channels' are.
        typed_address: Read what somebody typed; a channel without it writes to nobody first.
        address_variants: Other spellings under which a provider may know the same address, with
            the address itself first; for finding contacts, never for sending.
        chat: How a chat is set up, for a channel whose other side is our own client: that talks
            to the contact API, so nothing comes by webhook, and nothing leaves by HTTP.
    """

    key: str
    name: str
    capabilities: Capabilities
    settings: tuple[Setting, ...]
    kept_headers: frozenset[str]
    verify: Callable[[RawEvent, InboxConfig], Verdict]
    parse: Callable[[RawEvent, InboxConfig], tuple[Incoming, ...]]
    render: Callable[[Outgoing, InboxConfig, Progress], Request | Sent | Refused | Misconfigured]
    read_response: Callable[[Outgoing, InboxConfig, Progress, HttpResponse], Outcome]
    probe: Callable[[InboxConfig], Request | Connected]
    read_probe: Callable[[InboxConfig, HttpResponse], ProbeOutcome]
    read_mail_response: (
        Callable[[Outgoing, InboxConfig, Progress, MailResponse], Outcome] | None
    ) = None
    read_mail_probe: Callable[[InboxConfig, MailResponse], ProbeOutcome] | None = None
    handshake: Callable[[Mapping[str, str], InboxConfig], HandshakeAnswer | None] | None = None
    fetch_media: Callable[[MediaRef, InboxConfig, Progress], HttpRequest] | None = None
    read_media_response: (
        Callable[[MediaRef, InboxConfig, Progress, HttpResponse], MediaOutcome] | None
    ) = None
    signal: Callable[[MarkRead, InboxConfig], HttpRequest | None] | None = None
    list_templates: Callable[[InboxConfig, str | None], HttpRequest | None] | None = None
    read_templates: Callable[[InboxConfig, HttpResponse], TemplatesOutcome] | None = None
    mailbox: Callable[[InboxConfig], MailboxPlace | None] | None = None
    read_part: Callable[[bytes, str], bytes | None] | None = None
    letters: LetterRules | None = None
    vouching: Vouching | None = None
    own_addresses: Callable[[InboxConfig], tuple[Address, ...]] = lambda config: ()
    hook_max_bytes: int = 0
    typed_address: Callable[[str], Address | None] | None = None
    address_variants: Callable[[Address], tuple[Address, ...]] = lambda address: (address,)
    chat: Callable[[InboxConfig], ChatSite] | None = None

"""Why something did not work, in words of ours: each sentence has a code that every language knows.

What is kept and logged is the sentence, in English, and what somebody else said is kept as they
said it. `why` finds the codes again in what was kept, whenever that was. So a reason needs no
columns, and whatever is no sentence of ours is a quotation.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import cache
from string import Formatter
from typing import TypeAlias

Fact: TypeAlias = str | int

# What a placeholder stands for. The words of `says` are somebody's; `rest` is a reason itself.
_PATTERNS: Mapping[str, str] = {
    "at": r"\d{4}-\d\d-\d\d \d\d:\d\d",
    "host": r"\S*",
    "server": r"[\w-]+(?:\.[\w-]+)+|localhost",
    "seconds": r"\d+",
    "most": r"\d+",
    "size": r"\d+",
    "status": r"\d{3}",
}
_NUMBERS = frozenset({"seconds", "most", "size"})
_ANYTHING = r".*?"
# An enhanced status code (RFC 3463) may stand before a sentence of ours, as servers put it.
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3} ")
SEPARATOR = "; "


class Reason(Enum):
    """A sentence of ours; its name in small letters is its code."""

    # Whom we call, and what becomes of it.
    NAME_IS_UNKNOWN = "the name {host} is not known"
    NOT_REACHED = "{host} could not be reached"
    NOT_REACHED_IN_TIME = "{host} could not be reached in time"
    NO_ANSWER_IN_TIME = "{host} did not answer in time"
    NO_ANSWER_WITHIN = "no answer within {seconds} seconds"
    CONNECTION_BROKE = "the connection to {host} broke"
    HUNG_UP = "{host} broke the connection"
    ANSWER_BROKE_OFF = "the answer of {host} broke off or could not be read"
    NO_USABLE_ANSWER = "{host} gave no usable answer"
    ANSWER_TOO_LONG = "the answer is longer than {most} bytes"
    NO_PROOF = "{host} could not prove its identity (TLS)"
    IS_RESTING = "the provider has not answered for a while; waiting before the next try"
    NOBODY_TO_ASK = "no provider can be asked from here"
    # Whom we may not call.
    HTTPS_ONLY = "{host} may be called by https only"
    ENCRYPTED_ONLY = "{host} may be spoken to with encryption only"
    PRIVATE_ADDRESS = (
        "{host} has a private address; list it in CLEW_ALLOW_PRIVATE_HOSTS to allow it"
    )
    ADDRESS_HOLDS_PASSWORD = "the address holds a name or a password"  # noqa: S105
    NOT_OF_THE_WEB = "the address is not one of the web"
    ODD_ADDRESS = "the address is written in an unusual form"
    ODD_CHARACTERS = "the address holds characters that no address has"
    ADDRESS_UNREADABLE = "the address cannot be read"
    HOST_UNREADABLE = "{host} has an address that cannot be read"
    # What a provider answers.
    ANSWERED_STATUS = "the provider answered {status}"
    NO_REASON_GIVEN = "the provider gave no reason"
    ANSWER_UNEXPECTED = "the address answers, but not as the Graph API"
    NO_NUMBER_ID = "Phone number ID is not set"
    NO_ACCESS_TOKEN = "Access token is not set"  # noqa: S105
    TEMPLATES_ENDLESS = "the provider's list of templates does not end"
    NO_TOKEN_NOW = "the provider gives no access token just now ({status})"  # noqa: S105
    NO_TOKEN = "the provider gives no access token: {rest}"  # noqa: S105
    NO_GRANT = "there is no grant to ask for a token with"
    # Mail servers.
    NO_ENCRYPTION = "the server offers no encryption (STARTTLS)"
    NO_LOGIN = "the server offers no way to log in"
    NO_MAIL_SERVER = "the inbox has no mail server to send by"
    NO_MAIL_FROM_HERE = "no mail can be sent from here"
    LETS_NOBODY_IN = "{host} lets nobody in as {user}: {rest}"
    NOT_FETCHED = "mail is not being fetched: {rest}"
    NOT_FETCHED_SINCE = "mail has not been fetched since {at} UTC"
    SERVER_TAKES = "the server takes mails of at most {most} MB"
    ONLY_ASCII = "the server cannot write to addresses beyond ASCII"
    # The page that shows a chat.
    NO_SITE = "no site may show the chat yet"
    NEVER_SHOWN = "no page has shown the chat yet"
    LAST_SHOWN = "last shown on {site} at {at} UTC"
    # What came in and could not be read.
    INBOX_IS_GONE = "the inbox is gone"
    FAILED_TO_READ = "the program failed to read it: {problem}"
    NOT_JSON = "the body is not JSON: {problem}"
    NOT_AN_OBJECT = "the body is not a JSON object"
    NESTED_TOO_DEEPLY = "the body is nested too deeply"
    NOT_AN_ENVELOPE = "the body is not a {word} envelope"
    NO_CHANGES = "an entry has no list of changes"
    NO_VALUE = "a change has no value"
    NO_NUMBER_NAMED = "the change does not say which number it is for"
    EMPTY_CHANGE = "the change carries no message, status or error"
    MESSAGE_NOT_AN_OBJECT = "a message is not an object"
    STATUS_NOT_AN_OBJECT = "a status is not an object"
    PREFERENCE_NOT_AN_OBJECT = "a preference is not an object"
    PREFERENCE_UNKNOWN = "the preference names no contact, or no wish we know"
    NO_MESSAGE_ID = "the message has no id"
    NO_SENDER = "the message names no sender"
    FROM_A_GROUP = "the message is from a group; groups are not supported"
    REACTION_TO_NOTHING = "the reaction names no message"
    EDIT_OF_NOTHING = "the edit names no message"
    DELETION_OF_NOTHING = "the deletion names no message"
    STATUS_OF_NOTHING = "the status names no message"
    STATUS_UNKNOWN = "there is no status {word}"
    NO_WEBHOOKS = "web chat takes no webhooks; visitors write through the contact API"
    NO_MAIL = "this is no mail: it has no header"
    MAIL_NOT_GIVEN = "the server could not give this mail"
    MAIL_WITHHELD = "the server does not give a mail that it lists"
    MAIL_TOO_LARGE = "the mail has {size} MB, and at most {most} MB are read"
    MAIL_LARGER_THAN_SAID = "the mail is larger than the server said"
    # What was to go out.
    NOT_HERE = "the inbox, or its channel, is not here"
    INBOX_NOT_HERE = "the inbox, or its channel, is not here any more"
    MESSAGE_NOT_HERE = "the message is not here any more"
    FILE_NOT_HERE = "the file to be sent is not here any more"
    NO_WHATSAPP_ADDRESS = "the contact has no WhatsApp address"
    NO_MAIL_ADDRESS = "the contact has no address that mail can be sent to"
    WINDOW_CLOSED = "the messaging window closed before it left; a template may be sent"
    CANNOT_TAKE = "{name} cannot take this: {problem}"
    NOTHING_TO_SEND = "there is nothing to send"
    NO_QUESTION = "choices need a question"
    TOO_MANY_CHOICES = "too many choices"
    CHOICE_TITLE = "the title of a choice must have 1 to {most} characters"
    CHOICE_DESCRIPTION = "a description is too long"
    FILE_TOO_LARGE = "{name} is larger than WhatsApp takes"
    LETTERS_ONLY = "e-mail carries letters only"
    NOT_BY_HTTP = "e-mail is not sent by HTTP"
    NOT_ASKED_BY_HTTP = "mail servers are not asked by HTTP"
    NO_PROVIDER = "web chat has no provider"
    NO_TEMPLATES = "web chat has no templates"
    NEVER_FINISHED = "the channel never finished"
    ACCEPTED_UNREADABLY = "the provider accepted the message but its answer could not be read"
    UPLOAD_UNREADABLE = "the provider's answer to an upload could not be read"
    SENDING_FAILED = "something went wrong while it was being sent"
    STOPPED_BEFORE_ANSWER = "the sender stopped before the provider answered"
    STOPPED_BEFORE_LEAVING = "the sender stopped before it left"
    MAIL_CAME_BACK = "the mail came back"
    # Last: whatever a server says by itself looks like this.
    SERVER_SAYS = "{server}: {words}"

    def said(self, **facts: Fact | datetime) -> str:
        """Return the sentence with its facts; times are UTC."""
        return self.value.format_map(
            {
                name: f"{fact:%Y-%m-%d %H:%M}" if isinstance(fact, datetime) else fact
                for name, fact in facts.items()
            }
        )


# The code of what is no sentence of ours; its one fact are the `words`.
QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Why:
    """One sentence of a reason, by its code and what it names; times are in ISO 8601."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)


def why(reason: str) -> list[Why]:
    """Return a reason sentence by sentence; nothing for none."""
    whole = list(_read(reason))
    parts = reason.split(SEPARATOR)
    if len(parts) > 1 and whole and whole[0].code == QUOTED:
        each = [one for part in parts for one in _read(part)]
        return whole if any(one.code == QUOTED for one in each) else each
    return whole


def _read(reason: str) -> Iterator[Why]:
    """Yield the sentences of a reason that begins with one, or else all of it as a quotation."""
    reason = reason.strip()
    if not reason:
        return
    own = _STATUS.sub("", reason, count=1) if _STATUS.match(reason) else reason
    for one, pattern in _readers():
        if found := pattern.fullmatch(own):
            facts = found.groupdict()
            rest = facts.pop("rest", "")
            yield Why(one.name.lower(), {name: _fact(name, facts[name]) for name in facts})
            yield from _read(rest)
            return
    yield Why(QUOTED, {"words": reason})


@cache
def _readers() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    return tuple((one, re.compile(_pattern(one.value), re.DOTALL)) for one in Reason)


def _pattern(sentence: str) -> str:
    parts = []
    for words, name, _, _ in Formatter().parse(sentence):
        parts.append(re.escape(words))
        if name is not None:
            parts.append(f"(?P<{name}>{_PATTERNS.get(name, _ANYTHING)})")
    return "".join(parts)


def _fact(name: str, text: str) -> Fact:
    if name == "at":
        return f"{text.replace(' ', 'T')}Z"
    return int(text) if name in _NUMBERS else text

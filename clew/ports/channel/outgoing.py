"""What we ask a channel to send, and the closed set of answers to it.

Sending is a pure step machine, because files are uploaded before they are sent and a long text
goes out as several messages:

    step = channel.render(outgoing, config, progress)
    an HttpRequest -> perform it -> outcome = channel.read_response(outgoing, config, progress, r)
    `Continue(progress)` -> store the progress, render again; anything else ends the round

`Progress` is stored between the steps, so that after a restart the rest is sent and nothing twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

from clew.ports.channel.addresses import Address, JsonObject
from clew.ports.channel.letters import Heading, ReaderResult, ReaderRole, ReaderState
from clew.ports.channel.receipts import OptScope, Refusal


class AuthorKind(StrEnum):
    """Who speaks. Some channels give people longer than machines."""

    AGENT = "agent"
    BOT = "bot"
    SYSTEM = "system"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True)
class OutgoingAttachment:
    """A file of ours to be sent; `blob` is what the sender opens."""

    id: str
    blob: str
    name: str
    media_type: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class OutgoingTemplate:
    """An approved template with its values.

    Attributes:
        parameters: Values by the names that `Template.parameters` lists.
    """

    name: str
    language: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered to the contact; `id` comes back when it is chosen."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A message to one contact.

    Attributes:
        id: Ours, unique for ever; receipts bring it back where the provider allows that.
        to: Addresses of one contact, the one to use first; a channel takes the first it knows.
        template: Sent instead of text and attachments.
        choices_label: What the contact taps to see the choices, where they are folded away.
        heading: On channels where a message is a letter.
    """

    id: str
    to: tuple[Address, ...]
    text: str = ""
    attachments: tuple[OutgoingAttachment, ...] = ()
    template: OutgoingTemplate | None = None
    choices: tuple[Choice, ...] = ()
    choices_label: str = ""
    reply_to_provider_id: str | None = None
    author: AuthorKind = AuthorKind.AGENT
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class OutgoingReaction:
    """A reaction to a contact's message; no emoji takes it back."""

    id: str
    to: tuple[Address, ...]
    target_provider_id: str
    emoji: str | None


Outgoing: TypeAlias = OutgoingMessage | OutgoingReaction


@dataclass(frozen=True, slots=True)
class MarkRead:
    """Show the contact that their message was read; with `is_typing`, also that we write."""

    provider_id: str
    is_typing: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a message or a download got; small, and kept between the steps.

    Attributes:
        sent: The provider's ids of what it has accepted, in order.
        held: What the provider lent us meanwhile: an upload's id by attachment id.
        tries: Failed or throttled tries of the step that is next.
        is_asking: Set by the sender right before a request that must not be repeated. Found
            after a crash, it says that nobody knows whether the request was carried out.
        readers: What became of a letter for each of its readers, so far.
    """

    sent: tuple[str, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    tries: int = 0
    is_asking: bool = False
    readers: tuple[ReaderResult, ...] = ()

    @property
    def has_reached_contact(self) -> bool:
        """Say whether a letter was accepted for the one it is for."""
        return any(
            one.role is ReaderRole.CONTACT and one.state is ReaderState.ACCEPTED
            for one in self.readers
        )

    def again(self) -> "Progress":
        """Return where to begin when a person sends it once more: those who have it keep it."""
        accepted = [one for one in self.readers if one.state is ReaderState.ACCEPTED]
        return replace(self, is_asking=False, tries=0, readers=tuple(accepted))

    def to_json(self) -> JsonObject:
        """Return the value as it is stored."""
        stored = {"sent": list(self.sent), "held": dict(self.held), "tries": self.tries}
        readers = [one.to_json() for one in self.readers]
        optional = {"is_asking": self.is_asking, "readers": readers}
        return stored | {name: value for name, value in optional.items() if value}

    @classmethod
    def from_json(cls, stored: JsonObject | None) -> "Progress":
        """Return the value that `to_json` stored; nothing stored is the beginning."""
        if not stored:
            return cls()
        return cls(
            tuple(stored["sent"]),
            dict(stored["held"]),
            int(stored["tries"]),
            bool(stored.get("is_asking")),
            tuple(ReaderResult.from_json(one) for one in stored.get("readers", ())),
        )


class ThrottleScope(StrEnum):
    """Who has to wait: only this contact's messages, or all of the inbox."""

    RECIPIENT = "recipient"
    INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider accepted all of it. Accepted is not delivered: receipts tell that.

    Attributes:
        readers: What became of a letter for each of its readers; it reached the contact.
    """

    provider_ids: tuple[str, ...]
    readers: tuple[ReaderResult, ...] = ()


@dataclass(frozen=True, slots=True)
class Continue:
    """The step worked and there is more to do; store the progress first."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class Throttled:
    """Too fast. Go on with this progress after so long."""

    after: timedelta
    reason: str
    progress: Progress
    scope: ThrottleScope = ThrottleScope.INBOX


@dataclass(frozen=True, slots=True)
class Retry:
    """A passing failure; try again later with this progress, with growing pauses.

    Attributes:
        is_maybe_sent: The contact may have got it nevertheless. Do not send it again blindly:
            wait for a receipt with our id, then let a person decide.
    """

    reason: str
    progress: Progress
    is_maybe_sent: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The provider will not deliver this message; the same again would be refused again.

    Attributes:
        readers: Of a letter: others than the contact may have got it.
    """

    refusal: Refusal
    readers: tuple[ReaderResult, ...] = ()


@dataclass(frozen=True, slots=True)
class OptedOut:
    """The contact does not want such messages; `scope` says which."""

    reason: str
    scope: OptScope = OptScope.EVERYTHING


@dataclass(frozen=True, slots=True)
class Misconfigured:
    """Nothing can be sent from this inbox until a person acts; what is queued stays queued."""

    reason: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The file is complete and is the one that the contact sent.

    Attributes:
        media_type: As the provider says, or empty.
    """

    blob: str
    size_bytes: int
    sha256: str
    media_type: str = ""


Outcome: TypeAlias = Sent | Continue | Throttled | Retry | Refused | OptedOut | Misconfigured
MediaOutcome: TypeAlias = Fetched | Continue | Throttled | Retry | Refused | Misconfigured

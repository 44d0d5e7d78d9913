"""What can be asked of a provider about the inbox itself: is it connected, which templates."""

from dataclasses import dataclass, field
from typing import TypeAlias

from clew.ports.channel.addresses import JsonObject
from clew.ports.channel.outgoing import Misconfigured


@dataclass(frozen=True, slots=True)
class Connected:
    """The provider knows us and this inbox.

    Attributes:
        display_name: How contacts see it, such as the number and the verified name.
        detail: What else the provider says of it, for administrators.
    """

    display_name: str
    detail: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The provider could not be asked just now; that says nothing about the inbox."""

    reason: str


@dataclass(frozen=True, slots=True)
class Template:
    """A message form that the provider has on record.

    Attributes:
        status: The provider's word in lower case; only `approved` ones can be sent.
        body: With its placeholders in double braces, as the provider keeps it.
        parameters: Names of the values it needs: a placeholder's name or number in the body,
            prefixed with where it stands elsewhere (`header:1`, `button:0:url`).
    """

    name: str
    language: str
    category: str
    status: str
    body: str
    parameters: tuple[str, ...] = ()

    @property
    def can_be_sent(self) -> bool:
        """Say whether the provider accepts it now."""
        return self.status == "approved"


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """Some of the templates; `next_cursor` is None on the last page."""

    items: tuple[Template, ...]
    next_cursor: str | None = None


ProbeOutcome: TypeAlias = Connected | Misconfigured | Unavailable
TemplatesOutcome: TypeAlias = TemplatePage | Misconfigured | Unavailable

"""What can be asked of a provider about the inbox itself: is it connected, which templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from clew.ports.channel.addresses import JsonObject
from clew.ports.channel.outgoing import Misconfigured

MARKETING = "marketing"
_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")


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
        category: The provider's word in lower case; `marketing` is advertising.
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

    @property
    def is_marketing(self) -> bool:
        """Say whether the provider counts it as advertising."""
        return self.category == MARKETING

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the body as a person reads it, each value on one line as it is sent."""
        named = {name: " ".join(value.split()) for name, value in values.items()}
        return _PLACEHOLDER.sub(lambda found: named.get(found[1], found[0]), self.body)


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """Some of the templates; `next_cursor` is None on the last page."""

    items: tuple[Template, ...]
    next_cursor: str | None = None


ProbeOutcome: TypeAlias = Connected | Misconfigured | Unavailable
TemplatesOutcome: TypeAlias = TemplatePage | Misconfigured | Unavailable

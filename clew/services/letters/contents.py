"""What the content of a stored message says of it as a letter.

Channels write it as their providers tell it, so it is read with care: whatever is missing or of
another form is simply not there.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from clew.domain.message import Message
from clew.ports.channel import Correspondent

LETTER = "letter"


def subject_in(message: Message) -> str:
    """Return the subject of a message, or nothing."""
    found = (message.content or {}).get("subject")
    return found if isinstance(found, str) else ""


def people_in(message: Message, *names: str) -> tuple[Correspondent, ...]:
    """Return those who stand under some names in a message, each once."""
    content = message.content or {}
    found = (one for name in names for one in _people(content.get(name)))
    return tuple({one.address.casefold(): one for one in found}.values())


def names_in(message: Message) -> tuple[str, ...]:
    """Return what a message refers to and is called by the provider, its own name last."""
    content = message.content or {}
    before = [one for one in _list(content.get("references")) if isinstance(one, str)]
    own = content.get("message_id") or message.provider_id
    return (*before, *([own] if isinstance(own, str) and own else []))


def as_content(people: tuple[Correspondent, ...]) -> list[Mapping[str, str]]:
    """Return people as they are stored."""
    return [{"email": one.address, "name": one.name} for one in people]


def _people(value: object) -> Iterator[Correspondent]:
    entries = value if isinstance(value, list | tuple) else [value]
    for one in entries:
        if isinstance(one, str) and "@" in one:
            yield Correspondent(one)
        elif isinstance(one, Mapping):
            yield from _person(one)


def _person(entry: Mapping[str, Any]) -> Iterator[Correspondent]:
    address, name = entry.get("email"), entry.get("name")
    if isinstance(address, str) and "@" in address:
        yield Correspondent(address, name if isinstance(name, str) else "")


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []

"""What we keep about a contact beside their words: named values, some of them sensitive.

A sensitive value stays covered for agents until we know who writes: an address that we are sure
of confirms it. Those who lead may uncover one before that; each time is written down.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clew.domain.errors import InvalidInput
from clew.domain.recognition import Confidence

MOST_FIELDS = 50
NAME_MAX_CHARS = 60
VALUE_MAX_CHARS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactField:
    """One thing that we know of a contact; names are unique, whatever their case."""

    name: str
    value: str
    is_sensitive: bool = False


def is_covered(field: ContactField, confidence: Confidence) -> bool:
    """Say whether a value is withheld from whoever looks at the contact."""
    return field.is_sensitive and confidence is not Confidence.CONFIRMED


def checked(fields: Sequence[ContactField]) -> tuple[ContactField, ...]:
    """Return fields as they are kept.

    Raises:
        InvalidInput: There are too many, one is unnamed or too long, or two have one name.
    """
    if len(fields) > MOST_FIELDS:
        raise InvalidInput("fields", f"at most {MOST_FIELDS}")
    kept: dict[str, ContactField] = {}
    for field in fields:
        name, value = _clean(field.name), _clean(field.value)
        if not name or len(name) > NAME_MAX_CHARS:
            raise InvalidInput("name", f"between 1 and {NAME_MAX_CHARS} characters")
        if len(value) > VALUE_MAX_CHARS:
            raise InvalidInput("value", f"at most {VALUE_MAX_CHARS} characters")
        if name.casefold() in kept:
            raise InvalidInput("name", f"there are two fields with the name {name}")
        kept[name.casefold()] = ContactField(
            name=name, value=value, is_sensitive=field.is_sensitive
        )
    return tuple(kept.values())


def joined(kept: Sequence[ContactField], added: Sequence[ContactField]) -> tuple[ContactField, ...]:
    """Return the fields of two contacts as those of one; where both have one, `kept` says it.

    A value that both have is sensitive if it is for either.
    """
    others = {field.name.casefold(): field for field in added}
    names = {field.name.casefold() for field in kept}
    same = tuple(
        ContactField(
            name=field.name,
            value=field.value,
            is_sensitive=field.is_sensitive
            or ((other := others.get(field.name.casefold())) is not None and other.is_sensitive),
        )
        for field in kept
    )
    return (*same, *(field for field in added if field.name.casefold() not in names))


def parted(
    now: Sequence[ContactField], before: Sequence[ContactField], theirs: Sequence[ContactField]
) -> tuple[ContactField, ...]:
    """Return what stays with a contact when another one, whose fields are `theirs`, leaves.

    What the other one brought goes with them, unless somebody has changed it since; what both
    had is as it was `before`.
    """
    brought = joined(before, theirs)
    old = {field.name.casefold(): field for field in before}
    untouched = {field.name.casefold(): field for field in brought}
    kept = []
    for field in now:
        key = field.name.casefold()
        if untouched.get(key) != field:
            kept.append(field)
        elif key in old:
            kept.append(old[key])
    return tuple(kept)


def with_values_kept(
    wanted: Sequence[ContactField], known: Sequence[ContactField], covered: frozenset[str]
) -> tuple[ContactField, ...]:
    """Return `wanted` with the values that its writer could not see as they are.

    `covered` are names, folded. A covered field can be given a new value or be left alone (an
    empty value); it cannot be made visible by calling it ordinary, nor lost by leaving it out.
    """
    old = {field.name.casefold(): field for field in known}
    kept = []
    for field in wanted:
        key = field.name.casefold()
        if key in covered:
            value = field.value or old[key].value
            kept.append(ContactField(name=field.name, value=value, is_sensitive=True))
        else:
            kept.append(field)
    named = {field.name.casefold() for field in wanted}
    return (*kept, *(old[key] for key in old if key in covered and key not in named))


def _clean(text: str) -> str:
    return text.replace("\x00", "").strip()

"""What we keep about a contact beside their words: named values, some of them sensitive.

A workspace may say which fields every contact has, and which of them are sensitive; a contact may
have others besides. The value of a sensitive field never comes with the contact: it is asked for,
field by field, and each time is written down. It stays covered for agents until we know who
writes: an address that we are sure of confirms it. Those who lead may uncover one before that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clew.domain.errors import ClewError, InvalidInput
from clew.domain.faults import Fault
from clew.domain.recognition import Confidence
from clew.domain.sizes import check_count, check_length

MOST_FIELDS = 50
NAME_MAX_CHARS = 60
VALUE_MAX_CHARS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactField:
    """One thing that we know of a contact; names are unique, whatever their case."""

    name: str
    value: str
    is_sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldKind:
    """A field that every contact has, if only empty; the workspace says which."""

    name: str
    is_sensitive: bool = False


class IdentityIsNotConfirmed(ClewError):
    """A sensitive value is not shown before we know who writes."""

    code = "identity_is_not_confirmed"
    status = 403

    def __init__(self) -> None:
        super().__init__("who writes is not confirmed; confirm an address first")


def is_covered(field: ContactField, confidence: Confidence) -> bool:
    """Say whether a value stays covered for agents."""
    return field.is_sensitive and confidence is not Confidence.CONFIRMED


def with_kinds(
    fields: Sequence[ContactField], kinds: Sequence[FieldKind]
) -> tuple[ContactField, ...]:
    """Return the fields of a contact as the workspace wants them: its kinds first, in its order.

    What is sensitive for the workspace is so whatever the contact's own field says.
    """
    own = {_key(field.name): field for field in fields}
    wanted = {_key(kind.name): kind for kind in kinds}
    first = tuple(
        ContactField(
            name=kind.name,
            value=own[key].value if key in own else "",
            is_sensitive=kind.is_sensitive or (key in own and own[key].is_sensitive),
        )
        for key, kind in wanted.items()
    )
    return (*first, *(field for key, field in own.items() if key not in wanted))


def with_field(fields: Sequence[ContactField], field: ContactField) -> tuple[ContactField, ...]:
    """Return fields with one of them set, or added.

    Raises:
        InvalidInput: There are too many, it is unnamed or too long.
    """
    key = _key(field.name)
    known = [_key(one.name) for one in fields]
    if key not in known:
        return checked([*fields, field])
    return checked([field if _key(one.name) == key else one for one in fields])


def without_field(fields: Sequence[ContactField], name: str) -> tuple[ContactField, ...]:
    """Return fields without one of them."""
    return tuple(one for one in fields if _key(one.name) != _key(name))


def field_of(fields: Sequence[ContactField], name: str) -> ContactField | None:
    """Return a field by its name."""
    return next((one for one in fields if _key(one.name) == _key(name)), None)


def checked_kinds(kinds: Sequence[FieldKind]) -> tuple[FieldKind, ...]:
    """Return kinds as they are kept.

    Raises:
        InvalidInput: There are too many, one is unnamed or too long, or two have one name.
    """
    named = checked([ContactField(name=one.name, value="") for one in kinds])
    return tuple(
        FieldKind(name=field.name, is_sensitive=kind.is_sensitive)
        for field, kind in zip(named, kinds, strict=True)
    )


def checked(fields: Sequence[ContactField]) -> tuple[ContactField, ...]:
    """Return fields as they are kept.

    Raises:
        InvalidInput: There are too many, one is unnamed or too long, or two have one name.
    """
    check_count("fields", fields, most=MOST_FIELDS)
    kept: dict[str, ContactField] = {}
    for field in fields:
        name, value = _clean(field.name), _clean(field.value)
        check_length("name", name, least=1, most=NAME_MAX_CHARS)
        if "/" in name:
            raise InvalidInput("name", "without a slash", Fault.HAS_A_SLASH)
        check_length("value", value, most=VALUE_MAX_CHARS)
        if name.casefold() in kept:
            raise InvalidInput("name", f"there are two fields with the name {name}", Fault.TAKEN)
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


def _clean(text: str) -> str:
    return text.replace("\x00", "").strip()


def _key(name: str) -> str:
    return _clean(name).casefold()

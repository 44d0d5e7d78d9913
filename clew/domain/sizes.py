"""How long a text may be and how many things there may be: refused in the same words everywhere."""

from collections.abc import Sized

from clew.domain.errors import InvalidInput
from clew.domain.faults import Fault


def check_length(field: str, text: str, *, most: int, least: int = 0) -> None:
    """Refuse a text with too many characters, or with too few.

    Raises:
        InvalidInput: It is.
    """
    if least <= len(text) <= most:
        return
    if least:
        message = f"between {least} and {most} characters"
        raise InvalidInput(field, message, Fault.WRONG_LENGTH, least=least, most=most)
    raise InvalidInput(field, f"at most {most} characters", Fault.TOO_LONG, most=most)


def check_count(field: str, things: Sized, *, most: int) -> None:
    """Refuse too many of something.

    Raises:
        InvalidInput: It is.
    """
    if len(things) > most:
        raise InvalidInput(field, f"at most {most}", Fault.TOO_MANY, most=most)

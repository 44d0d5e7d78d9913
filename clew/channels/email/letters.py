"""What e-mail knows of addresses and subjects."""

from clew.channels.email.returns import EMAIL
from clew.channels.email.writing.addresses import folded, is_machine, usable_address
from clew.channels.email.writing.subjects import answering
from clew.ports.channel import Address, LetterRules

LETTERS = LetterRules(
    usable_address=usable_address,
    folded_address=folded,
    is_machine=is_machine,
    answering=answering,
)


def typed_address(text: str) -> Address | None:
    """Return the address that somebody typed, as it is written to."""
    usable = usable_address(text)
    return Address(EMAIL, usable) if usable else None

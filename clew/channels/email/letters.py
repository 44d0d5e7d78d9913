"""What e-mail knows of addresses and subjects."""

from clew.channels.email.writing.addresses import folded, is_machine, usable_address
from clew.channels.email.writing.subjects import answering
from clew.ports.channel import LetterRules

LETTERS = LetterRules(
    usable_address=usable_address,
    folded_address=folded,
    is_machine=is_machine,
    answering=answering,
)
